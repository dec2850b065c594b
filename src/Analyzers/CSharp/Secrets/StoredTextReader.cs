using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Governance.Analyzers.CSharp.Secrets;

/// <summary>Reads what text a value is, through constants, fields, locals, and what puts texts together.</summary>
internal sealed class StoredTextReader
{
    /// <summary>So many steps are taken for one value: code that people write needs a few.</summary>
    private const int MostSteps = 256;

    private const int DeepestNesting = 32;

    private int _steps;

    /// <summary>The texts that a value may be: several where the code chooses.</summary>
    public static IReadOnlyList<StoredText> Read(IOperation value)
    {
        var reader = new StoredTextReader();
        var texts = new List<StoredText>();
        reader.AddChoices(value, texts, 0);
        return texts;
    }

    private void AddChoices(IOperation value, List<StoredText> texts, int depth)
    {
        if (IsTooMuch(depth))
        {
            return;
        }

        switch (WrittenValue.Of(value))
        {
            case ICoalesceOperation either:
                AddChoices(either.Value, texts, depth + 1);
                AddChoices(either.WhenNull, texts, depth + 1);
                break;
            case IConditionalOperation { WhenFalse: { } other } either:
                AddChoices(either.WhenTrue, texts, depth + 1);
                AddChoices(other, texts, depth + 1);
                break;
            case IInvocationOperation { TargetMethod.Name: "GetValue" } call
                when call.Arguments.FirstOrDefault(static one => one.Parameter?.Name == "defaultValue") is { } fallback:
                AddChoices(fallback.Value, texts, depth + 1);
                break;
            case { } written:
                var text = new StoredText { Source = written };
                Add(written, text, depth + 1);
                texts.Add(text);
                break;
        }
    }

    private void Add(IOperation value, StoredText text, int depth)
    {
        var written = WrittenValue.Of(value);
        if (IsTooMuch(depth))
        {
            text.AddUnknown(written.Syntax);
            return;
        }

        switch (written)
        {
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                {
                    Add(
                        part switch
                        {
                            IInterpolatedStringTextOperation plain => plain.Text,
                            IInterpolationOperation hole => hole.Expression,
                            _ => part,
                        },
                        text,
                        depth + 1
                    );
                }

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                foreach (var operand in Operands(sum))
                {
                    Add(operand, text, depth + 1);
                }

                break;
            case ICoalesceOperation either:
                Add(either.WhenNull, text, depth + 1);
                break;
            case IInvocationOperation call when TextOf(call) is { } inner:
                foreach (var operand in inner)
                {
                    Add(operand, text, depth + 1);
                }

                break;
            case IObjectCreationOperation { Type.Name: "Uri", Arguments: { Length: > 0 } arguments }:
                Add(arguments[0].Value, text, depth + 1);
                break;
            default:
                if (WrittenValue.ConstantOf(written) is { } constant)
                {
                    text.Add(constant.Text, constant.Place);
                }
                else
                {
                    text.AddUnknown(written.Syntax);
                }

                break;
        }
    }

    // From left to right, without a descent for each: a long text may have thousands.
    private List<IOperation> Operands(IBinaryOperation sum)
    {
        var operands = new List<IOperation>();
        IOperation current = sum;
        while (current is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } binary && _steps < MostSteps)
        {
            _steps++;
            operands.Add(binary.RightOperand);
            current = WrittenValue.WithoutConversions(binary.LeftOperand);
        }

        operands.Add(current);
        operands.Reverse();
        return operands;
    }

    /// <summary>What a call of the framework makes its text of; null for all others.</summary>
    private static IEnumerable<IOperation>? TextOf(IInvocationOperation call) =>
        (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
        {
            // The pattern's gaps read as placeholders.
            ("String", "Format") => call
                .Arguments.Where(static one => one.Parameter?.Name == "format")
                .Select(static one => one.Value),
            ("String", "Concat") => call.Arguments.Select(static one => one.Value),
            ("String", "ToCharArray" or "Trim" or "ToString") => call.Instance is { } text ? new[] { text } : null,
            ("Encoding" or "UTF8Encoding" or "ASCIIEncoding", "GetBytes") or ("Convert", "ToBase64String") => call
                .Arguments.Take(1)
                .Select(static one => one.Value),
            _ => null,
        };

    private bool IsTooMuch(int depth) => depth > DeepestNesting || _steps++ > MostSteps;
}
