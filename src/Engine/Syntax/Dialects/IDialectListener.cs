using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>Hears of what a <see cref="DialectValidator"/> comes by, in the order of the text.</summary>
internal interface IDialectListener
{
    /// <summary>A scalar that stands where expressions may stand.</summary>
    /// <param name="scalar">The scalar; it need not hold an expression.</param>
    /// <param name="site">The name of the place.</param>
    /// <param name="expected">What the place wants; null where it wants no scalar.</param>
    /// <param name="frame">Where it stands.</param>
    void Scalar(YamlScalar scalar, string site, ScalarShape? expected, DialectFrame frame);
}

/// <summary>A listener that hears of mappings too.</summary>
internal interface IDialectMappingListener : IDialectListener
{
    /// <summary>A mapping, before what is in it.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="frame">Where it stands, and as what.</param>
    void Mapping(YamlMapping mapping, DialectFrame frame);
}
