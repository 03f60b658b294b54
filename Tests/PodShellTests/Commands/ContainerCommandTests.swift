import PodShell
import Testing

/// The commands that look into containers, bring files and tools into them, and meddle with them.
struct ContainerCommandTests {
  private func laboratory() -> Laboratory {
    var lab = Laboratory(files: ["note.txt": "from the host\n"])
    _ = lab.type("load image nginx && run web --image=nginx --image-pull-policy=IfNotPresent")
    _ = lab.type("advance 5s")
    return lab
  }

  @Test func `cp carries text in and out, and nothing leaves the session's files`() {
    var lab = laboratory()
    #expect(lab.type("cp note.txt web:/tmp") == "")
    #expect(lab.type("cat web /tmp/note.txt") == "from the host\n")
    #expect(
      lab.type("cp web:/etc/hostname name.txt") == "tar: removing leading '/' from member names\n")
    #expect(lab.type("cat name.txt") == "web\n")
    #expect(
      lab.type("cp web:/etc/hostname /etc/passwd").contains("is not below the working folder"))
    let table = [
      ("cp", "error: source and destination are required\n"),
      ("cp a b", "error: one of src or dest must be a remote file specification\n"),
      ("cp x:a y:b", "error: one of src or dest must be a local file specification\n"),
      ("cp nofile web:/x", "error: nofile doesn't exist in local filesystem\n"),
      ("cp note.txt nope:/x", "Error from server (NotFound): pods \"nope\" not found\n"),
      (
        "cp note.txt web:/no/such/folder",
        "tar: can't open '/no/such/folder': No such file or directory\n"
          + "command terminated with exit code 1\n"
      ),
    ]
    for (command, expected) in table { #expect(lab.type(command) == expected) }
  }

  @Test func `top shows what is used, in kubectl's tables`() {
    var lab = laboratory()
    _ = lab.type("use cpu web 300m && use memory web 100Mi")
    #expect(lab.type("top pod") == "NAME   CPU(cores)   MEMORY(bytes)\nweb    300m         105Mi\n")
    let node = lab.type("get pod web -o jsonpath='{.spec.nodeName}'")
    #expect(
      lab.type("top node \(node)")
        == "NAME     CPU(cores)   CPU(%)   MEMORY(bytes)   MEMORY(%)\n"
        + "\(node)   300m         15%      105Mi           2%\n")
    #expect(lab.type("top pod nope") == "Error from server (NotFound): pods \"nope\" not found\n")
    _ = lab.type("kill node \(node)")
    #expect(lab.type("top pod") == "error: metrics not available yet\n")
    #expect(lab.type("top node \(node) --no-headers").contains("<unknown>"))
  }

  @Test func `debug sees the processes of its target, and nodes are refused`() {
    var lab = laboratory()
    _ = lab.type("load image busybox:1.36")
    let command = "debug web -it --image=busybox:1.36 -c tools --target=web --profile=general"
    #expect(lab.type(command).hasPrefix("Targeting"))
    #expect(lab.session.containerPrompt == "/ # ")
    #expect(lab.type("ps").contains("nginx: master process"))
    #expect(lab.type("exit") == "")
    #expect(
      lab.type("get pod web -o jsonpath='{.spec.ephemeralContainers[0].targetContainerName}'")
        == "web")
    #expect(lab.type("debug node/node-1 --image=busybox").contains("no system of their own"))
    #expect(lab.type("debug web") == "error: you must specify --image when not using --copy-to.\n")
  }

  @Test func `run -it sits down in front of the container, and --rm takes the Pod away`() {
    var lab = Laboratory()
    _ = lab.type("load image busybox")
    #expect(
      lab.type("run -it --rm box --image=busybox --image-pull-policy=Never --restart=Never -- sh")
        == "")
    #expect(lab.session.containerPrompt == "/ # ")
    #expect(lab.type("echo $((6 * 7))") == "42\n")
    #expect(lab.type("exit 3") == "pod \"box\" deleted\npod default/box terminated (Error)\n")
    #expect(lab.type("get pods") == "No resources found in default namespace.\n")
    #expect(lab.type("run x --image=busybox --rm").hasPrefix("error: --rm should only be used"))
  }

  @Test func `a server that listens on 127.0.0.1 is reached from inside alone`() {
    var lab = laboratory()
    #expect(lab.type("listen web 127.0.0.1:80") == "pod/web listens on 127.0.0.1:80\n")
    #expect(lab.type("exec web -- curl -s -o /dev/null -w '%{http_code}' localhost") == "200")
    let address = lab.type("get pod web -o jsonpath='{.status.podIP}'")
    #expect(lab.type("exec web -- curl -s \(address)").contains("exit code 7"))
    for wrong in ["listen web nowhere", "listen web 1.2.3:80", "listen web 0", "listen web :99999"]
    {
      #expect(lab.type(wrong).contains("is no address with a port"))
    }
  }

  @Test func `a slow start holds up what the startup probe finds`() {
    var lab = Laboratory()
    _ = lab.type("load image nginx")
    _ = lab.type(
      "create pod web --image=nginx --image-pull-policy=Never --startup=http:80/,period=5,failures=6"
    )
    _ = lab.type("advance 0s && slow-start web 12s")
    // The sync that follows starts the container; `fix` would make it fast again.
    _ = lab.type("kill container web && advance 12s")
    #expect(lab.type("get pod web --no-headers").contains("0/1"))
    _ = lab.type("advance 10s")
    #expect(lab.type("get pod web --no-headers").contains("1/1"))
  }

  @Test(arguments: [
    ("down", "connection refused"), ("unauthorized", "401 Unauthorized"),
    ("rate-limited", "429 Too Many Requests - Server message: toomanyrequests"),
  ])
  func `an outage has containerd's words`(state: String, expected: String) {
    var lab = Laboratory()
    #expect(lab.type("registry \(state)") == "registry is \(state)\n")
    _ = lab.type("run web --image=nginx && advance 1s")
    #expect(lab.type("events --for pod/web").contains(expected))
    _ = lab.type("registry up && advance 5m")
    #expect(lab.type("get pod web --no-headers").contains("Running"))
  }

  @Test func `iperf shows the annotations once the plugin is on`() {
    var lab = Laboratory()
    _ = lab.type("load image busybox")
    for name in ["a", "b"] {
      _ = lab.type(
        "run \(name) --image=busybox --image-pull-policy=Never "
          + "--annotations=kubernetes.io/ingress-bandwidth=10M -- sleep 9000")
    }
    _ = lab.type("advance 1s")
    #expect(lab.type("iperf a b").contains("10.0 Gbits/sec"))
    _ = lab.type("cni bandwidth on")
    #expect(lab.type("iperf a b").contains("10.0 Mbits/sec"))
    #expect(lab.type("iperf a nope") == "Error from server (NotFound): pods \"nope\" not found\n")
  }

  @Test func `images are listed, described and taken away`() {
    var lab = laboratory()
    #expect(lab.type("image list node-1").contains("docker.io/library/nginx   latest"))
    #expect(lab.type("image describe nginx").contains("Stop signal:  SIGQUIT"))
    #expect(lab.type("image rm nginx --node node-2") == "image nginx removed from node/node-2\n")
    #expect(lab.type("images node-2") == "node/node-2 has no images yet\n")
    #expect(lab.type("image rm nginx --node node-2").hasPrefix("error: node/node-2 has no image"))
    #expect(lab.type("image rm memcached") == "image memcached removed from the registry\n")
    #expect(lab.type("image list memcached:latest").hasPrefix("error: no image and no node fits"))
  }

  @Test func `kinds that podlab has not are named as such`() {
    var lab = Laboratory()
    #expect(
      lab.type("apply <<Y\napiVersion: batch/v1\nkind: CronJob\nmetadata: {name: x}\nY")
        == "error: podlab does not simulate CronJob (batch/v1), the kind of \"x\" in \"STDIN\"\n")
    #expect(
      lab.type("apply <<Y\napiVersion: x.io/v1\nkind: Foo\nmetadata: {name: x}\nY")
        .contains("no matches for kind \"Foo\" in version \"x.io/v1\""))
  }
}
