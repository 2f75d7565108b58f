package sample.process;

@Component
class RecordDraft {}
