package sample;

@Component
class Elsewhere {}
