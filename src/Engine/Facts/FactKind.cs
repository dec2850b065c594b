namespace Governance.Engine.Facts;

/// <summary>The kinds of <see cref="Fact"/>. The numbers are kept in caches: append, never reorder.</summary>
public enum FactKind
{
    /// <summary>The file is a GitHub Actions workflow; the value is its name.</summary>
    GitHubWorkflow = 0,

    /// <summary>The file is of Azure Pipelines; the value is <c>pipeline</c> or <c>template</c>.</summary>
    AzurePipeline = 1,

    /// <summary>Declares an Azure ML pipeline job, in YAML or in Python; the value is its name, display name or function.</summary>
    AzureMLPipeline = 2,

    /// <summary>Declares an Azure ML component; the value is its type.</summary>
    AzureMLComponent = 3,

    /// <summary>Declares an Azure ML job or step that runs code by itself; the value is its type.</summary>
    AzureMLJob = 4,

    /// <summary>Declares an Azure ML environment; the value is its name.</summary>
    AzureMLEnvironment = 5,

    /// <summary>
    /// Declares a resource of the Azure ML workspace: compute, datastore, data asset, model, endpoint, deployment,
    /// workspace. The value is its type.
    /// </summary>
    AzureMLResource = 6,

    /// <summary>Refers to a folder or file of code.</summary>
    CodeReference = 7,

    /// <summary>
    /// Refers to an environment, by name or by file, or defines one in place: the value is then its Conda file, build
    /// folder or image, or <c>inline</c>.
    /// </summary>
    EnvironmentReference = 8,

    /// <summary>Refers to a component, by name or by file.</summary>
    ComponentReference = 9,

    /// <summary>The file is a Databricks notebook saved as source.</summary>
    DatabricksNotebook = 10,

    /// <summary>The file holds unit or integration tests; the value is the first one's name.</summary>
    TestCode = 11,

    /// <summary>A user or team that CODEOWNERS names; the value is as written (<c>@ana</c>).</summary>
    CodeOwner = 12,

    /// <summary>The file is a Conda environment or lists packages to install; the value is its name.</summary>
    DependencyList = 13,

    /// <summary>The file is the metadata of a GitHub action; the value is what it runs with (<c>composite</c>).</summary>
    GitHubAction = 14,

    /// <summary>A step uses an action of this repository; the value is as written (<c>./.github/actions/build</c>).</summary>
    LocalActionUse = 15,

    /// <summary>A job calls a workflow of this repository; the value is as written.</summary>
    LocalWorkflowCall = 16,

    /// <summary>An input handed to a use or call; the value is its name.</summary>
    Argument = 17,

    /// <summary>What is handed is no expression; the value is <c>string</c>, <c>number</c> or <c>boolean</c>. It belongs to the argument.</summary>
    ArgumentType = 18,

    /// <summary>A secret handed to a call; the value is its name.</summary>
    SecretArgument = 19,

    /// <summary>All secrets are handed to a call.</summary>
    AllSecrets = 20,

    /// <summary>An input of an action or called workflow; the value is its name.</summary>
    InputDeclaration = 21,

    /// <summary>The type of an input.</summary>
    InputType = 22,

    /// <summary>The input or secret it belongs to must be given.</summary>
    Required = 23,

    /// <summary>A secret of a called workflow; the value is its name.</summary>
    SecretDeclaration = 24,

    /// <summary>The workflow can be called by others.</summary>
    CallableWorkflow = 25,

    /// <summary>What stands in a file of Azure Pipelines: <c>stages</c>, <c>jobs</c>, <c>steps</c>, <c>extends</c> or <c>variables</c>.</summary>
    AzureTemplateBody = 26,

    /// <summary>Includes or extends a template of Azure Pipelines; the value is as written (<c>steps/build.yml@shared</c>).</summary>
    AzureTemplateReference = 27,

    /// <summary>Where the owner, an <see cref="AzureTemplateReference"/>, stands: <c>stages</c>, <c>jobs</c>, <c>steps</c>, <c>extends</c> or
    /// <c>variables</c>; with <c>?</c> in front where a directive decides whether it counts.</summary>
    AzureTemplatePlace = 28,

    /// <summary>
    /// A parameter that the owner, an <see cref="AzureTemplateReference"/>, passes; the value is its name. One that begins with
    /// <c>${{</c> may stand for any.
    /// </summary>
    AzureTemplateArgument = 29,

    /// <summary>
    /// What the owner, an <see cref="AzureTemplateArgument"/>, is given: <c>mapping</c>, <c>list</c>, or <c>=</c> and a text. There is none
    /// where an expression gives it.
    /// </summary>
    AzureTemplateArgumentValue = 30,

    /// <summary>Declares a parameter of a file of Azure Pipelines; the value is its name.</summary>
    AzureParameter = 31,

    /// <summary>The type of the owner, an <see cref="AzureParameter"/>.</summary>
    AzureParameterType = 32,

    /// <summary>The owner, an <see cref="AzureParameter"/>, has a default.</summary>
    AzureParameterDefault = 33,

    /// <summary>One of the values that the owner, an <see cref="AzureParameter"/>, may have.</summary>
    AzureParameterValue = 34,

    /// <summary>Declares a repository that templates are taken from; the value is its alias.</summary>
    AzureRepository = 35,

    /// <summary>The file of Azure Pipelines says what starts a run, so that it is a pipeline itself; the value is the key.</summary>
    AzureTrigger = 36,

    /// <summary>
    /// Access is granted; the value is <c>role</c>, <c>eligible</c>, <c>access-policy</c> or <c>permission</c>, and the name of the role behind a
    /// blank, where it is known.
    /// </summary>
    AccessGrant = 40,

    /// <summary>To whom the owner, an <see cref="AccessGrant"/>, goes: <c>user</c>, <c>group</c>, <c>service</c>, <c>deployer</c> or <c>unknown</c>, a blank, and as written.</summary>
    GrantPrincipal = 41,

    /// <summary>A parameter that decides to whom the owner, an <see cref="AccessGrant"/>, goes; the value is its name.</summary>
    GrantParameter = 42,

    /// <summary>What the owner, an <see cref="AccessGrant"/>, is about, as written.</summary>
    GrantScope = 43,

    /// <summary>A parameter of another template is given a kind of principal, or a person's address: its name, a blank, and the kind.</summary>
    TemplateArgument = 44,

    /// <summary>The template that the owner, a <see cref="TemplateArgument"/>, is for, as written; empty where the file does not say.</summary>
    TemplatePath = 45,

    /// <summary>
    /// Code, a script or a step signs in as a person. The value is the family (<c>interactive</c>, <c>user-password</c>,
    /// <c>signed-in-user</c>), a blank, and what does it (<c>az login</c>).
    /// </summary>
    HumanSignIn = 48,

    /// <summary>Code takes a chain of credentials that ends at a person; the value names the chain.</summary>
    CredentialChain = 49,

    /// <summary>The file, where it signs in, names a workspace, resource group or subscription by this text.</summary>
    NamedResource = 50,

    /// <summary>A step of a pipeline runs a script of the repository; the value is its path as written.</summary>
    ScriptRun = 51,

    /// <summary>
    /// What runs in delivery: the value is <c>workflow</c>, <c>pipeline</c>, <c>stage</c> or <c>job</c>, a blank, and its name. It spans all that
    /// belongs to it, so that what stands in it is of it.
    /// </summary>
    DeliveryUnit = 54,

    /// <summary>
    /// Where the owner, a <see cref="DeliveryUnit"/>, leads: <c>environment</c>, <c>connection</c> or <c>settings</c>, a blank, and its name.
    /// </summary>
    DeliveryTarget = 55,

    /// <summary>
    /// What starts the owner, a <see cref="DeliveryUnit"/>, for all that the file tells: <c>push</c> or <c>pull_request</c>, with a blank and a branch
    /// where only that one does; <c>workflow_dispatch</c>. There is none, or it is <c>condition</c>, where something in the file may keep branches out.
    /// </summary>
    DeliveryStart = 56,

    /// <summary>The identity that the owner, a <see cref="DeliveryUnit"/>, acts as: <c>client</c> or <c>connection</c>, a blank, and its name.</summary>
    DeliveryIdentity = 57,

    /// <summary>
    /// A credential is kept as a secret and handed over in delivery: the value is its family (<c>azure-credentials</c>), a blank and the
    /// name of the secret, never its value.
    /// </summary>
    StoredCredential = 58,

    /// <summary>A personal access token is handed over in delivery; the value is the name of the secret or variable.</summary>
    PersonalToken = 59,

    /// <summary>All steps of the owner, a <see cref="DeliveryUnit"/>, get a secret by their environment; the value is its name.</summary>
    SpreadSecret = 60,

    /// <summary>
    /// Which repository the owner, an <see cref="AzureRepository"/>, is: its reference as written, which may be empty, a blank, and its
    /// name (<c>refs/heads/main platform/templates</c>). There is none where an expression gives either.
    /// </summary>
    AzureRepositorySource = 61,
}
