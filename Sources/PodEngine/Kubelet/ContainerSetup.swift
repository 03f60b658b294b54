/// What the runtime is told about a container: `generateContainerConfig` in
/// kuberuntime_container.go.
extension Kubelet {
  func containerConfiguration(
    _ container: Container, _ manifest: ImageManifest, _ worker: PodWorker, _ objects: ObjectStore
  ) -> Result<ContainerConfiguration, StartError> {
    let pod = worker.pod
    if let complaint = rootComplaint(container, manifest, pod) {
      return .failure(StartError(reason: "CreateContainerConfigError", message: complaint))
    }
    let environment: [EnvironmentVariable]
    do throws(MissingReference) {
      environment = try ContainerEnvironment(pod: pod, kubelet: self, objects: objects)
        .variables(of: container)
    } catch {
      return .failure(StartError(reason: "CreateContainerConfigError", message: error.message))
    }
    var configuration = ContainerConfiguration(
      name: container.name, podUID: pod.metadata.uid, attempt: nextAttempt(container.name, worker),
      image: manifest, imageReference: container.image)
    configuration.command = container.command.map {
      ContainerEnvironment.expanded($0, environment)
    }
    configuration.args = container.args.map { ContainerEnvironment.expanded($0, environment) }
    configuration.environment = environment
    configuration.workingDirectory = container.workingDir
    configuration.mounts = container.volumeMounts.map {
      ContainerMount(
        volume: VolumeID(podUID: pod.metadata.uid, name: $0.name), path: $0.mountPath,
        isReadOnly: $0.readOnly ?? false,
        subPath: $0.subPathExpr.isEmpty
          ? $0.subPath : ContainerEnvironment.expanded($0.subPathExpr, environment))
    }
    configuration.memoryLimitBytes = container.resources.limits["memory"]?.value
    configuration.outOfMemoryScoreAdjustment = OutOfMemoryScore.adjustment(
      of: container, in: pod, capacityBytes: runtime.memoryCapacityBytes)
    configuration.cpuLimitMilli = container.resources.limits["cpu"]?.milliValue
    setIdentity(&configuration, container.securityContext, pod.spec.securityContext)
    configuration.privileges = privileges(container.securityContext, pod)
    configuration.isRootReadOnly = container.securityContext?.readOnlyRootFilesystem ?? false
    if container.stdin == true { configuration.input = .typed(isTerminal: container.tty == true) }
    if !container.targetContainerName.isEmpty {
      let target = runtime.containers(podUID: worker.uid).last {
        $0.name == container.targetContainerName && $0.state == .running
      }
      guard let target else {
        return .failure(
          StartError(
            reason: "CreateContainerConfigError",
            message: "unable to find target container \"\(container.targetContainerName)\""))
      }
      configuration.processNamespaceOf = target.id
    }
    configuration.terminationMessagePath = container.terminationMessagePath
    configuration.terminationMessagePolicy = container.terminationMessagePolicy
    return .success(configuration)
  }

  /// `determineEffectiveSecurityContext` in pkg/kubelet/kuberuntime/security_context.go: the
  /// container's word counts before the Pod's.
  private func setIdentity(
    _ configuration: inout ContainerConfiguration, _ own: SecurityContext?, _ pod: SecurityContext?
  ) {
    configuration.runAsUser = own?.runAsUser ?? pod?.runAsUser
    configuration.runAsGroup = own?.runAsGroup ?? pod?.runAsGroup
    configuration.supplementalGroups =
      [pod?.fsGroup].compactMap(\.self) + (pod?.supplementalGroups ?? [])
    configuration.mergesImageGroups = pod?.supplementalGroupsPolicy != "Strict"
  }

  /// `securityContext` as containerd's `containerSpecOpts` reads it.
  private func privileges(_ own: SecurityContext?, _ pod: Pod) -> ProcessPrivileges {
    var privileges = ProcessPrivileges()
    privileges.change(
      adding: own?.capabilities?.add ?? [], dropping: own?.capabilities?.drop ?? [])
    privileges.hasNoNewPrivileges = own?.allowPrivilegeEscalation == false
    let filter = own?.seccompProfile ?? pod.spec.securityContext?.seccompProfile
    privileges.hasFilter = filter.map { $0.type != "Unconfined" } ?? false
    let armour = own?.appArmorProfile ?? pod.spec.securityContext?.appArmorProfile
    if armour?.type == "Unconfined" { privileges.profile = "unconfined" }
    if own?.privileged == true { privileges.makeComplete() }
    if pod.spec.hostUsers == false {
      privileges.firstUser = ProcessPrivileges.firstUser(ofPod: pod.metadata.uid)
    }
    return privileges
  }

  /// One more than the last, as the API or the runtime remembers it.
  private func nextAttempt(_ name: String, _ worker: PodWorker) -> Int {
    if let last = runtime.containers(podUID: worker.uid).last(where: { $0.name == name }) {
      return RestartRule.restartCount(after: last.attempt)
    }
    let known = worker.knownStatus
    let status = (known.initContainerStatuses + known.containerStatuses).first { $0.name == name }
    guard let status, status.state.terminated != nil || status.lastState.terminated != nil
    else { return status?.restartCount ?? RestartRule.restartCount(after: nil) }
    return RestartRule.restartCount(after: status.restartCount)
  }

  /// `verifyRunAsNonRoot` in pkg/kubelet/kuberuntime/security_context.go.
  private func rootComplaint(
    _ container: Container, _ manifest: ImageManifest, _ pod: Pod
  ) -> String? {
    let inContainer = container.securityContext
    let inPod = pod.spec.securityContext
    guard inContainer?.runAsNonRoot ?? inPod?.runAsNonRoot ?? false else { return nil }
    let place = "(pod: \"\(pod.kubeletName)\", container: \(container.name))"
    if let user = inContainer?.runAsUser ?? inPod?.runAsUser {
      return user == 0 ? "container's runAsUser breaks non-root policy \(place)" : nil
    }
    guard let user = manifest.configuration.userID else {
      return "container has runAsNonRoot and image has non-numeric user "
        + "(\(manifest.configuration.user)), cannot verify user is non-root \(place)"
    }
    return user == 0
      ? "container has runAsNonRoot and image will run as root \(place)" : nil
  }
}
