#!/usr/bin/env dotnet
// Generates a governed repository of a given size: dotnet run bench/generate.cs -- FOLDER FILES NOTEBOOKS
//
// Sizes follow a log-normal distribution whose median is 2 KB for files and 20 KB for notebooks, as real ML repositories
// have it. The content is made from a fixed seed, so that two runs measure the same tree.
#:property TreatWarningsAsErrors=false
#:property RunAnalyzers=false
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

if (args.Length != 3)
{
    Console.Error.WriteLine("usage: dotnet run bench/generate.cs -- FOLDER FILES NOTEBOOKS");
    return 2;
}

var root = args[0];
var files = int.Parse(args[1], CultureInfo.InvariantCulture);
var notebooks = int.Parse(args[2], CultureInfo.InvariantCulture);
var random = new Random(20261122);
string[] users = ["ana", "bo", "chen", "dee", "eli", "fay", "gus", "hana"];
string[] steps = ["prepare", "train", "evaluate", "register"];

Write("README.md", "# A generated repository\n");
Write(
    ".github/CODEOWNERS",
    "* @example/ml-platform\n" + string.Concat(users.Select(user => $"/notebooks/{user}/ @{user}\n"))
);
Write(
    ".cloud/compute.yml",
    "$schema: https://azuremlschemas.azureedge.net/latest/amlCompute.schema.json\nname: cpu\ntype: amlcompute\n"
);
foreach (var step in steps)
{
    Write($"code/{step}/requirements.txt", "pandas==2.2.3\n");
}

for (var index = 0; index < files; index++)
{
    var size = Size(2_000);
    switch (index % 10)
    {
        case < 5:
            Write($"code/{steps[index % steps.Length]}/part{index / 200}/module_{index}.py", Python(size));
            break;
        case 5:
            Write($"tests/part{index / 500}/test_{index}.py", Python(size));
            break;
        case 6:
            Write($"pipelines/part{index / 500}/pipeline_{index}.yml", Pipeline(index, size));
            break;
        case 7:
            Write($".github/workflows/workflow_{index}.yml", Workflow(size));
            break;
        case 8:
            Write($"docs/part{index / 500}/page_{index}.md", Prose(size));
            break;
        default:
            Write($".cloud/part{index / 500}/parameters_{index}.json", Json(size));
            break;
    }
}

for (var index = 0; index < notebooks; index++)
{
    Write($"notebooks/{users[index % users.Length]}/study{index / 40}/notebook_{index}.ipynb", Notebook(Size(20_000)));
}

Console.WriteLine($"{root}: {files} files, {notebooks} notebooks");
return 0;

int Size(double median)
{
    // Box-Muller; sigma 1 gives a long tail without files of many megabytes.
    var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    return (int)Math.Clamp(median * Math.Exp(normal), 50, 400_000);
}

void Write(string path, string content)
{
    var full = Path.Combine(root, path);
    Directory.CreateDirectory(Path.GetDirectoryName(full)!);
    File.WriteAllText(full, content);
}

string Fill(int size, Func<int, string> line)
{
    var text = new StringBuilder();
    for (var index = 0; text.Length < size; index++)
    {
        text.Append(line(index));
    }

    return text.ToString();
}

string Python(int size) =>
    "import pandas as pd\n\n\n"
    + Fill(
        size,
        index =>
            $"def step_{index}(frame):\n    \"\"\"Row {random.Next()}.\"\"\"\n    return frame.assign(x_{index}={random.Next(1000)})\n\n\n"
    );

string Pipeline(int number, int size) =>
    "$schema: https://azuremlschemas.azureedge.net/latest/pipelineJob.schema.json\ntype: pipeline\n"
    + $"display_name: pipeline {number}\njobs:\n"
    + Fill(
        size,
        index =>
            $"  step_{index}:\n    type: command\n    command: python main.py --seed {random.Next()}\n    code: ../../code/{steps[index % steps.Length]}\n    environment: azureml:shared@latest\n"
    );

string Workflow(int size) =>
    "name: build\non: [push]\njobs:\n"
    + Fill(
        size,
        index =>
            $"  job_{index}:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: echo {random.Next()}\n"
    );

string Prose(int size) =>
    "# A page\n\n" + Fill(size, _ => $"Measured {random.Next()} rows, kept {random.Next()} of them.\n");

string Json(int size) =>
    "{\n"
    + Fill(size, index => $"  \"parameter_{index}\": {{ \"value\": {random.Next()} }},\n")
    + "  \"last\": null\n}\n";

string Notebook(int size)
{
    var cells = new StringBuilder();
    for (var index = 0; cells.Length < size; index++)
    {
        var output = Convert.ToBase64String(
            Encoding.ASCII.GetBytes(Fill(600, _ => random.Next().ToString(CultureInfo.InvariantCulture)))
        );
        cells
            .Append(index == 0 ? "" : ",\n")
            .Append(
                $"  {{\n   \"cell_type\": \"code\",\n   \"execution_count\": {index + 1},\n   \"id\": \"cell-{index}\",\n   \"metadata\": {{}},\n"
            )
            .Append(
                $"   \"outputs\": [\n    {{\n     \"data\": {{\"image/png\": \"{output}\", \"text/plain\": [\"<Figure>\"]}},\n     \"metadata\": {{}},\n     \"output_type\": \"display_data\"\n    }}\n   ],\n"
            )
            .Append($"   \"source\": [\n    \"frame = load({random.Next()})\\n\",\n    \"frame.plot()\"\n   ]\n  }}");
    }

    return "{\n \"cells\": [\n"
        + cells
        + "\n ],\n \"metadata\": {\"language_info\": {\"name\": \"python\"}},\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n";
}
