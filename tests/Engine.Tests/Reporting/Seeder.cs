using System;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;

namespace Governance.Engine.Tests.Reporting;

/// <summary>Makes values of any record of the engine in which every text, however deep, is what a function gives.</summary>
internal sealed class Seeder(Func<string> text)
{
    private static readonly Assembly Engine = typeof(Findings.Finding).Assembly;

    /// <summary>A value with every constructor argument and every settable property filled in.</summary>
    public object Make(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return text();
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return MakeArray(type.GetGenericArguments()[0]);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Last();
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            // How findings are told together is done before a report is written.
            return null!;
        }

        if (type.IsPrimitive || type.Assembly != Engine)
        {
            return type == typeof(int) ? 1 : Activator.CreateInstance(type)!;
        }

        var constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        var value = constructor.Invoke([.. constructor.GetParameters().Select(one => Make(one.ParameterType))]);
        foreach (var property in type.GetProperties().Where(one => one.CanWrite))
        {
            property.SetValue(value, Make(property.PropertyType));
        }

        return value;
    }

    private object MakeArray(Type element)
    {
        Type[] types = element.IsAbstract ? [.. Engine.GetTypes().Where(one => one.IsSubclassOf(element))] : [element];
        var items = Array.CreateInstance(element, types.Length);
        for (var i = 0; i < types.Length; i++)
        {
            items.SetValue(Make(types[i]), i);
        }

        return typeof(ImmutableArray)
            .GetMethods()
            .Single(one => one.Name == "Create" && one.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(element)
            .Invoke(null, [items])!;
    }
}
