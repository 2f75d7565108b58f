package sample.process;

class NoComponent {}
