/// The flags that kubectl 1.33 has, verb by verb, as its own help lists them. A `/` stands after
/// the letter of a flag, a `=` after the name of one that takes a value.
///
/// From it comes what podlab says of a flag that it does not simulate, and the end of `help VERB`.
enum KubectlFlags {
  /// The flags that kubectl has for a verb.
  static func all(for verb: String) -> [(name: String, short: Character?, takesValue: Bool)] {
    guard let line = lines.first(where: { $0.hasPrefix(verb + ": ") }) else { return [] }
    return line.dropFirst(verb.count + 2).split(separator: " ").map { word in
      let takesValue = word.hasSuffix("=")
      let parts = (takesValue ? word.dropLast() : word).split(separator: "/")
      return (String(parts.last ?? ""), parts.count > 1 ? parts[0].first : nil, takesValue)
    }
  }

  /// Flags that make no difference in a simulated cluster.
  private static let harmless = [
    "allow-missing-template-keys", "chunk-size", "field-manager", "record", "recursive",
    "request-timeout", "save-config", "show-managed-fields", "validate",
  ]

  /// The flags that kubectl has for a verb and podlab has not: what makes no difference is
  /// accepted, the rest is refused by name.
  static func missing(in description: CommandDescription) -> [Flag] {
    guard description.isKubectl else { return [] }
    let own = description.flags
    return all(for: description.name).filter { flag in
      !own.contains { $0.name == flag.name } && !["help", "namespace"].contains(flag.name)
    }.map { flag in
      let short = own.contains { $0.short == flag.short } ? nil : flag.short
      guard harmless.contains(flag.name) else {
        let instead = "leave it away; help \(description.name) shows what podlab has"
        return Flag(
          flag.name, short, .missing(takesValue: flag.takesValue, instead: instead), "")
      }
      let kind: Flag.Kind = flag.name == "validate" ? .textOr("strict") : .text
      return Flag(flag.name, short, flag.takesValue ? kind : .switched, "")
    }
  }

  private static let lines: [String] = {
    var lines: [String] = []
    for line in table.split(separator: "\n") {
      if line.hasPrefix(" ") {
        lines[lines.count - 1] += " " + line.drop { $0 == " " }
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }()

  private static let table = """
    annotate: all A/all-namespaces allow-missing-template-keys dry-run= field-manager=
        field-selector= f/filename= k/kustomize= list local o/output= overwrite R/recursive
        resource-version= l/selector= show-managed-fields template=
    api-resources: api-group= cached categories= namespaced no-headers o/output= sort-by= verbs=
    apply: all allow-missing-template-keys cascade= dry-run= field-manager= f/filename= force
        force-conflicts grace-period= k/kustomize= openapi-patch o/output= overwrite prune
        prune-allowlist= R/recursive l/selector= server-side show-managed-fields subresource=
        template= timeout= validate= wait
    auth can-i: A/all-namespaces list no-headers q/quiet subresource=
    auth whoami: allow-missing-template-keys o/output= show-managed-fields template=
    config get-contexts: no-headers o/output=
    config set-context: cluster= current namespace= user=
    config view: allow-missing-template-keys flatten merge minify o/output= raw show-managed-fields
        template=
    cordon: dry-run= l/selector=
    create: allow-missing-template-keys dry-run= edit field-manager= f/filename= k/kustomize=
        o/output= raw= R/recursive save-config l/selector= show-managed-fields template= validate=
        windows-line-endings
    create configmap: allow-missing-template-keys append-hash dry-run= field-manager= from-env-file=
        from-file= from-literal= o/output= save-config show-managed-fields template= validate=
    create deployment: allow-missing-template-keys dry-run= field-manager= image= o/output= port=
        r/replicas= save-config show-managed-fields template= validate=
    create job: allow-missing-template-keys dry-run= field-manager= from= image= o/output=
        save-config show-managed-fields template= validate=
    create namespace: allow-missing-template-keys dry-run= field-manager= o/output= save-config
        show-managed-fields template= validate=
    create priorityclass: allow-missing-template-keys description= dry-run= field-manager=
        global-default o/output= preemption-policy= save-config show-managed-fields template=
        validate= value=
    create secret docker-registry: allow-missing-template-keys append-hash docker-email=
        docker-password= docker-server= docker-username= dry-run= field-manager= from-file=
        o/output= save-config show-managed-fields template= validate=
    create secret generic: allow-missing-template-keys append-hash dry-run= field-manager=
        from-env-file= from-file= from-literal= o/output= save-config show-managed-fields template=
        type= validate=
    create secret tls: allow-missing-template-keys append-hash cert= dry-run= field-manager= key=
        o/output= save-config show-managed-fields template= validate=
    create service clusterip: allow-missing-template-keys clusterip= dry-run= field-manager=
        o/output= save-config show-managed-fields tcp= template= validate=
    create service externalname: allow-missing-template-keys dry-run= external-name= field-manager=
        o/output= save-config show-managed-fields tcp= template= validate=
    create service loadbalancer: allow-missing-template-keys dry-run= field-manager= o/output=
        save-config show-managed-fields tcp= template= validate=
    create service nodeport: allow-missing-template-keys dry-run= field-manager= node-port=
        o/output= save-config show-managed-fields tcp= template= validate=
    create serviceaccount: allow-missing-template-keys dry-run= field-manager= o/output= save-config
        show-managed-fields template= validate=
    delete: all A/all-namespaces cascade= dry-run= field-selector= f/filename= force grace-period=
        ignore-not-found i/interactive k/kustomize= now o/output= raw= R/recursive l/selector=
        timeout= wait
    describe: A/all-namespaces chunk-size= f/filename= k/kustomize= R/recursive l/selector=
        show-events
    drain: chunk-size= delete-emptydir-data disable-eviction dry-run= force grace-period=
        ignore-daemonsets pod-selector= l/selector= skip-wait-for-delete-timeout= timeout=
    edit: allow-missing-template-keys field-manager= f/filename= k/kustomize= o/output= output-patch
        R/recursive save-config show-managed-fields subresource= template= validate=
        windows-line-endings
    events: A/all-namespaces allow-missing-template-keys chunk-size= for= no-headers o/output=
        show-managed-fields template= types= w/watch
    exec: c/container= f/filename= pod-running-timeout= q/quiet i/stdin t/tty
    explain: api-version= output= recursive
    expose: allow-missing-template-keys cluster-ip= dry-run= external-ip= field-manager= f/filename=
        k/kustomize= l/labels= load-balancer-ip= name= o/output= override-type= overrides= port=
        protocol= R/recursive save-config selector= session-affinity= show-managed-fields
        target-port= template= type=
    get: A/all-namespaces allow-missing-template-keys chunk-size= field-selector= f/filename=
        ignore-not-found k/kustomize= L/label-columns= no-headers o/output= output-watch-events raw=
        R/recursive l/selector= server-print show-kind show-labels show-managed-fields sort-by=
        subresource= template= w/watch watch-only
    label: all A/all-namespaces allow-missing-template-keys dry-run= field-manager= field-selector=
        f/filename= k/kustomize= list local o/output= overwrite R/recursive resource-version=
        l/selector= show-managed-fields template=
    logs: all-containers all-pods c/container= f/follow ignore-errors
        insecure-skip-tls-verify-backend limit-bytes= max-log-requests= pod-running-timeout= prefix
        p/previous l/selector= since= since-time= tail= timestamps
    patch: allow-missing-template-keys dry-run= field-manager= f/filename= k/kustomize= local
        o/output= p/patch= patch-file= R/recursive show-managed-fields subresource= template= type=
    replace: allow-missing-template-keys cascade= dry-run= field-manager= f/filename= force
        grace-period= k/kustomize= o/output= raw= R/recursive save-config show-managed-fields
        subresource= template= timeout= validate= wait
    rollout history: allow-missing-template-keys f/filename= k/kustomize= o/output= R/recursive
        revision= l/selector= show-managed-fields template=
    rollout pause: allow-missing-template-keys field-manager= f/filename= k/kustomize= o/output=
        R/recursive l/selector= show-managed-fields template=
    rollout restart: allow-missing-template-keys field-manager= f/filename= k/kustomize= o/output=
        R/recursive l/selector= show-managed-fields template=
    rollout resume: allow-missing-template-keys field-manager= f/filename= k/kustomize= o/output=
        R/recursive l/selector= show-managed-fields template=
    rollout status: f/filename= k/kustomize= R/recursive revision= l/selector= timeout= w/watch
    rollout undo: allow-missing-template-keys dry-run= f/filename= k/kustomize= o/output=
        R/recursive l/selector= show-managed-fields template= to-revision=
    run: allow-missing-template-keys annotations= attach cascade= command dry-run= env= expose
        field-manager= f/filename= force grace-period= image= image-pull-policy= k/kustomize=
        l/labels= leave-stdin-open o/output= override-type= overrides= pod-running-timeout= port=
        privileged q/quiet R/recursive restart= rm save-config show-managed-fields i/stdin template=
        timeout= t/tty wait
    scale: all allow-missing-template-keys current-replicas= dry-run= f/filename= k/kustomize=
        o/output= R/recursive replicas= resource-version= l/selector= show-managed-fields template=
        timeout=
    set env: all allow-missing-template-keys c/containers= dry-run= e/env= field-manager=
        f/filename= from= keys= k/kustomize= list local o/output= overwrite prefix= R/recursive
        resolve l/selector= show-managed-fields template=
    set image: all allow-missing-template-keys dry-run= field-manager= f/filename= k/kustomize=
        local o/output= R/recursive l/selector= show-managed-fields template=
    set resources: all allow-missing-template-keys c/containers= dry-run= field-manager= f/filename=
        k/kustomize= limits= local o/output= R/recursive requests= l/selector= show-managed-fields
        template=
    set selector: all allow-missing-template-keys dry-run= field-manager= f/filename= local
        o/output= R/recursive resource-version= show-managed-fields template=
    set serviceaccount: all allow-missing-template-keys dry-run= field-manager= f/filename=
        k/kustomize= local o/output= R/recursive show-managed-fields template=
    taint: all allow-missing-template-keys dry-run= field-manager= o/output= overwrite l/selector=
        show-managed-fields template= validate=
    uncordon: dry-run= l/selector=
    version: client o/output=
    wait: all A/all-namespaces allow-missing-template-keys field-selector= f/filename= for= local
        o/output= R/recursive l/selector= show-managed-fields template= timeout=
    """
}
