#include "CLessons.h"

// The compiler reads the files itself; as Swift arrays they took a minute to build.

static const unsigned char pack_yaml[] = {
#embed "pack.yaml"
};

static const unsigned char pack_zh_Hans_yaml[] = {
#embed "pack.zh-Hans.yaml"
};

static const unsigned char first_pod_md[] = {
#embed "first-pod.md"
};

static const unsigned char first_pod_zh_Hans_md[] = {
#embed "first-pod.zh-Hans.md"
};

static const unsigned char phase_md[] = {
#embed "phase.md"
};

static const unsigned char phase_zh_Hans_md[] = {
#embed "phase.zh-Hans.md"
};

static const unsigned char restarts_md[] = {
#embed "restarts.md"
};

static const unsigned char restarts_zh_Hans_md[] = {
#embed "restarts.zh-Hans.md"
};

static const unsigned char pull_policy_md[] = {
#embed "pull-policy.md"
};

static const unsigned char pull_policy_zh_Hans_md[] = {
#embed "pull-policy.zh-Hans.md"
};

static const unsigned char conditions_md[] = {
#embed "conditions.md"
};

static const unsigned char conditions_zh_Hans_md[] = {
#embed "conditions.zh-Hans.md"
};

static const unsigned char hooks_md[] = {
#embed "hooks.md"
};

static const unsigned char hooks_zh_Hans_md[] = {
#embed "hooks.zh-Hans.md"
};

static const unsigned char three_probes_md[] = {
#embed "three-probes.md"
};

static const unsigned char three_probes_zh_Hans_md[] = {
#embed "three-probes.zh-Hans.md"
};

static const unsigned char node_down_md[] = {
#embed "node-down.md"
};

static const unsigned char node_down_zh_Hans_md[] = {
#embed "node-down.zh-Hans.md"
};

#define TEXT(name, bytes) {name, bytes, sizeof(bytes)}

static const EmbeddedText texts[] = {
  TEXT("pack.yaml", pack_yaml),
  TEXT("pack.zh-Hans.yaml", pack_zh_Hans_yaml),
  TEXT("first-pod.md", first_pod_md),
  TEXT("first-pod.zh-Hans.md", first_pod_zh_Hans_md),
  TEXT("phase.md", phase_md),
  TEXT("phase.zh-Hans.md", phase_zh_Hans_md),
  TEXT("restarts.md", restarts_md),
  TEXT("restarts.zh-Hans.md", restarts_zh_Hans_md),
  TEXT("pull-policy.md", pull_policy_md),
  TEXT("pull-policy.zh-Hans.md", pull_policy_zh_Hans_md),
  TEXT("conditions.md", conditions_md),
  TEXT("conditions.zh-Hans.md", conditions_zh_Hans_md),
  TEXT("hooks.md", hooks_md),
  TEXT("hooks.zh-Hans.md", hooks_zh_Hans_md),
  TEXT("three-probes.md", three_probes_md),
  TEXT("three-probes.zh-Hans.md", three_probes_zh_Hans_md),
  TEXT("node-down.md", node_down_md),
  TEXT("node-down.zh-Hans.md", node_down_zh_Hans_md),
};

EmbeddedTexts embeddedTexts(void) { return (EmbeddedTexts){texts, sizeof(texts) / sizeof(texts[0])}; }
