package sample.process;

@Component
class RecordReview {}
