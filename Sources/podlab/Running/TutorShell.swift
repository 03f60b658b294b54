internal import PodTutor

extension Tutor: TracedShell {}
