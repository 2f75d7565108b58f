package sample.process;

@Component
class DescribeTask {}
