/// The texts of metadata, owners, selectors and references.
/// The notation is explained at `ExplainTexts`.
let explainMetadataTexts = """
  Object: An object of the API.
    apiVersion: The version of the API in which this object is written, with its group before a
        slash: v1, apps/v1. Group, version and kind together choose the schema that the object must
        follow.
    kind: The type of this object, in CamelCase and in the singular: Pod, Deployment. It cannot
        be changed.
    metadata: Name, namespace, labels and the rest of what every object has.

  ObjectMeta: What all stored objects have in common: who they are, how they are found, and
      what the system keeps about them.
    annotations: Free notes of people and tools, as text under keys. Nothing selects by them;
        what is searched for belongs in labels.
    creationTimestamp: When the API server stored the object. Set by the server, never by
        clients.
    deletionGracePeriodSeconds: How many seconds the object has for an orderly end, counted
        from the moment of its deletion. Set only while it is being deleted; may only be shortened.
    deletionTimestamp: When the object is to be gone at the latest. Its presence means that the
        object is being deleted: a Pod then shows as Terminating. It cannot be taken back.
    finalizers: Tasks that must be done before the object disappears. A deleted object stays
        until every name has been removed from this list by whoever is responsible for it.
    generateName: The beginning of a name; the server adds five random characters. Used only
        when name is empty.
    generation: Counts the changes of the wish (spec). Compare it with
        status.observedGeneration to see whether a controller has looked already. Set by the
        server.
    labels: Keys and values by which Services, controllers and people select objects. Both are
        short and of a restricted alphabet.
    managedFields: Which client set which fields with which operation; used by server-side
        apply. podlab accepts the list and keeps none of its own.
    name: The name of the object, unique among objects of its kind in its namespace. It cannot
        be changed.
    namespace: The namespace in which the name is unique. Empty for kinds that live outside of
        namespaces, such as nodes. It cannot be changed.
    ownerReferences: The objects that this one depends on. When all of them are gone, the
        garbage collector deletes it. One of them may be the managing controller.
    resourceVersion: Changes with every write. Send it back with an update, and the update is
        refused if somebody else was faster.
    selfLink: A URL of this object. Obsolete: the server no longer fills it in.
    uid: The identity of this object in space and time. An object that is deleted and made
        again under the same name has another uid.

  ManagedFieldsEntry: The fields of an object that one client manages.
    apiVersion: The version of the API in which the fields are named.
    fieldsType: How the fields are written down; FieldsV1 is the only form.
    fieldsV1: The fields themselves, as a tree of their names.
    manager: The name of the client or controller.
    operation: How the fields came to be managed: Apply or Update.
    subresource: The subresource through which they were written, such as status; empty for the
        main one.
    time: When the entry was last changed.

  OwnerReference: A pointer from an object to one that owns it. The owner must be in the same
      namespace or outside of namespaces.
    apiVersion: The version of the API of the owner.
    blockOwnerDeletion: Whether, in a foreground deletion, the owner has to wait until this
        object is gone.
    controller: Whether the owner is the one controller that manages this object. At most one
        owner may be.
    kind: The kind of the owner.
    name: The name of the owner.
    uid: The uid of the owner. A new object of the same name is another owner.

  LabelSelector: A query over labels. All its requirements must hold. An empty selector chooses
      everything; no selector at all chooses nothing.
    matchExpressions: Requirements with operators; all of them must hold.
    matchLabels: Keys with exactly these values. Each pair means the same as an expression with
        the operator In and one value.

  LabelSelectorRequirement: One requirement of a label selector: a key, an operator and values.
    key: The label that is looked at.
    operator: In: the value is in the list. NotIn: it is not, or the label is missing. Exists:
        the label is there. DoesNotExist: it is missing.
    values: The values for In and NotIn, where the list must not be empty; with Exists and
        DoesNotExist it must be.

  ObjectReference: Points to another object, or to a part of it.
    apiVersion: The version of the API of the object.
    fieldPath: The part of the object that is meant, such as spec.containers{web}.
    kind: The kind of the object.
    name: The name of the object.
    namespace: The namespace of the object.
    resourceVersion: The version of the object that is meant, if one is.
    uid: The uid of the object.
  """
