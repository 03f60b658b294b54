package enum Tutor {}
