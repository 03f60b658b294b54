/// All commands. Help, completion and parsing derive from this list.
package enum CommandTable {
  package static let all: [any Command.Type] = build + observe + understand + time + faults + learn

  private static let build: [any Command.Type] = [
    CreatePod.self, Create.self, Apply.self, ViewLastApplied.self, Run.self, CreateDeployment.self,
    CreateJob.self,
    CreateClusterIPService.self, CreateNodePortService.self, CreateLoadBalancerService.self,
    CreateExternalNameService.self, CreateConfigMap.self, CreateGenericSecret.self,
    CreateRegistrySecret.self, CreateTLSSecret.self, CreateNamespace.self,
    CreateServiceAccount.self, CreatePriorityClass.self, CreateNode.self, Scale.self, Expose.self,
    SetImage.self, SetEnvironment.self, SetResources.self, SetServiceAccount.self,
    SetSelector.self, PatchObject.self, Replace.self,
    Label.self, Annotate.self, TaintNodes.self, Cordon.self, Uncordon.self, Drain.self, Delete.self,
    RolloutRestart.self, RolloutUndo.self, RolloutPause.self, RolloutResume.self, Edit.self,
    SetContext.self, UseContext.self,
  ]

  private static let observe: [any Command.Type] = [
    GetObjects.self, Describe.self, Logs.self, Exec.self, ShowEvents.self, Explain.self,
    NodeProcesses.self, CopyFiles.self, ReadFile.self, TopPods.self, TopNodes.self, Top.self,
    Debug.self, ListImages.self, DescribeImage.self, Throughput.self, SharedMemory.self,
    APIResources.self, APIVersions.self, Version.self, ClusterInfo.self, AskPermission.self,
    WhoAmI.self, CurrentContext.self, GetContexts.self, ViewConfig.self, RolloutStatus.self,
    RolloutHistory.self,
  ]

  private static let understand: [any Command.Type] = [
    Why.self, DrawTimeline.self, Conditions.self, Columns.self, Diff.self,
  ]

  private static let time: [any Command.Type] = [
    Advance.self, Step.self, Until.self, Wait.self, Clock.self, Undo.self, Redo.self, Rewind.self,
    JitterCommand.self, SeedCommand.self, Break.self, SaveWorld.self, LoadWorld.self, Source.self,
    HistoryCommand.self, AliasCommand.self, Unalias.self,
  ]

  private static let faults: [any Command.Type] = [
    Kill.self, StartNode.self, RebootNode.self, RestartKubelet.self, StopKubelet.self,
    StartKubelet.self, PartitionNode.self,
    HealNode.self,
    PressureNode.self, ProbeCommand.self, HookCommand.self, Exit.self, OutOfMemory.self,
    UseResource.self, FillDisk.self, Hang.self, IgnoreTerm.self, Fix.self, Evict.self,
    LoadImage.self, PushImage.self,
    PullCommand.self, RegistryCommand.self, AddImage.self, RemoveImage.self,
    BandwidthCommand.self, Listen.self, SlowStart.self, WriteFile.self,
  ]

  private static let learn: [any Command.Type] = [
    ForTheTutor.self, ForTheRecorder.self, LanguageCommand.self, Help.self, Apropos.self,
  ]

  /// What is known of a command by its name or an alias.
  package static func description(of name: String) -> CommandDescription? {
    all.map { $0.description }.first { $0.answers(to: name) }
  }
}

extension CommandDescription {
  func answers(to word: String) -> Bool { name == word || aliases.contains(word) }
}
