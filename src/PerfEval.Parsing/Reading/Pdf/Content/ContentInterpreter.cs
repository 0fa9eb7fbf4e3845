using System.Globalization;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Files;
using PerfEval.Parsing.Reading.Pdf.Fonts;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>
/// Runs the content streams of one page, forms included, for their text, lines and pictures. Bounded in operations, letters, forms and nesting;
/// what is malformed is skipped, as viewers do.
/// </summary>
internal sealed class ContentInterpreter
{
    private const int DeepestState = 512;
    private const int MostOperands = 4096;
    private const int FewestUnknown = 4;
    private const double UnknownShare = 0.3;

    private readonly PdfObjects _objects;
    private readonly FontLoader _fonts;
    private readonly IResourceStore _library;
    private readonly HiddenLayers _layers;
    private readonly PageContent _page;
    private readonly ReadContext _context;
    private readonly MarkedContent _marked;
    private readonly TextShower _text;
    private readonly PathRules _path;
    private readonly Dictionary<PdfFont, short> _fontIndex = [];
    private readonly HashSet<(long, int)> _openForms = [];
    private int _operations;
    private int _forms;
    private int _unknown;
    private bool _stopped;

    public ContentInterpreter(PdfObjects objects, FontLoader fonts, IResourceStore library, HiddenLayers layers, PageContent page, ReadContext context)
    {
        (_objects, _fonts, _library, _layers, _page, _context) = (objects, fonts, library, layers, page, context);
        _marked = new MarkedContent(page.Glyphs);
        _text = new TextShower(page, _marked);
        _path = new PathRules(page.Rules);
    }

    /// <summary>Runs a page's own content.</summary>
    public void Run(ReadOnlySpan<byte> content, PageResources resources)
    {
        Run(content, resources, GraphicsState.Of(Matrix.Identity), 0);
        // Content whose packing is no longer known reads as noise.
        if (_unknown > FewestUnknown && _unknown > UnknownShare * _operations)
            _context.Log.Add(DiagnosticCode.PageUnreadable, string.Create(CultureInfo.InvariantCulture, $"The content of page {_page.Number} is damaged: most of it is no drawing operation."));
    }

    /// <summary>Draws the appearance of a form field or annotation.</summary>
    /// <param name="appearance">Its form.</param>
    /// <param name="transform">Where it goes.</param>
    /// <param name="resources">The page's resources.</param>
    public void Draw(StreamToken appearance, Matrix transform, PageResources resources)
    {
        _text.IsAnnotation = true;
        RunForm(appearance, null, resources, GraphicsState.Of(transform), 0);
        _text.IsAnnotation = false;
    }

    private void Run(ReadOnlySpan<byte> content, PageResources resources, GraphicsState state, int depth)
    {
        var lexer = new ContentLexer(content);
        var operands = new List<Token>();
        var saved = new Stack<GraphicsState>();
        while (!_stopped)
        {
            var token = lexer.Next();
            if (token.Kind == TokenKind.End)
                return;
            if (token.Kind != TokenKind.Operator)
            {
                if (operands.Count < MostOperands || token.Kind is TokenKind.String)
                    operands.Add(token);
                continue;
            }

            if (++_operations > _context.Limits.MaxPageOperations)
                Stop(nameof(ParseLimits.MaxPageOperations), _context.Limits.MaxPageOperations, "draws more operations than");
            if ((_operations & 0xFF) == 0)
                Step();
            Execute(ref lexer, token, new Operands(operands), resources, ref state, saved, depth);
            operands.Clear();
            lexer.ForgetText();
        }
    }

    private void Execute(
        ref ContentLexer lexer, Token token, in Operands o, PageResources resources, ref GraphicsState state, Stack<GraphicsState> saved, int depth)
    {
        var name = lexer.OperatorOf(token);
        switch (name.Length)
        {
            case 1 when Path(name[0], o, ref state):
                return;
            case 1 when name[0] == 'q':
                if (saved.Count < DeepestState)
                    saved.Push(state);
                return;
            case 1 when name[0] == 'Q':
                if (saved.TryPop(out var before))
                    state = before;
                return;
            case 1 when name[0] is (byte)'\'' or (byte)'"':
                if (name[0] == '"' && o.Count >= 3)
                    (state.WordSpacing, state.CharSpacing) = (o.Last(2), o.Last(1));
                _text.NextLine(0, -state.Leading);
                ShowLast(ref lexer, o, state);
                return;
            case 2 when name[0] == 'T':
                Text(name[1], ref lexer, o, resources, ref state);
                return;
        }

        if (name.SequenceEqual("BT"u8))
            _text.Begin();
        else if (name.SequenceEqual("cm"u8))
            state.Transform = o.Count >= 6 ? Matrix.Multiply(o.Matrix(), state.Transform) : state.Transform;
        else if (name.SequenceEqual("re"u8))
            Rectangle(o, state);
        else if (name.SequenceEqual("Do"u8))
            Object(lexer.TextOf(o.LastName()), resources, state, depth);
        else if (name.SequenceEqual("gs"u8))
            ExtendedState(lexer.TextOf(o.LastName()), resources, ref state);
        else if (name.SequenceEqual("BDC"u8) || name.SequenceEqual("BMC"u8))
            BeginMarked(ref lexer, o, resources);
        else if (name.SequenceEqual("EMC"u8))
            _marked.End();
        else if (name.SequenceEqual("ID"u8))
            InlineImage(ref lexer, state);
        else if (name.SequenceEqual("B*"u8) || name.SequenceEqual("b*"u8))
            Paint(stroke: true, fill: true, close: name[0] == 'b', state);
        else if (name.SequenceEqual("f*"u8))
            Paint(stroke: false, fill: true, close: true, state);
        else if (Operators.IsKnown(name))
            Colour(name, o, ref state);
        else
            _unknown++;
    }

    private bool Path(byte name, in Operands o, ref GraphicsState state)
    {
        switch (name)
        {
            case (byte)'m' when o.Count >= 2:
                _path.MoveTo(state.Transform.Apply(o.Last(1), o.Last(0)));
                return true;
            case (byte)'l' when o.Count >= 2:
                _path.LineTo(state.Transform.Apply(o.Last(1), o.Last(0)));
                return true;
            case (byte)'c' or (byte)'v' or (byte)'y' when o.Count >= 2:
                _path.CurveTo(state.Transform.Apply(o.Last(1), o.Last(0)));
                return true;
            case (byte)'h':
                _path.Close();
                return true;
            case (byte)'S' or (byte)'s':
                Paint(stroke: true, fill: false, close: name == 's', state);
                return true;
            case (byte)'f' or (byte)'F':
                Paint(stroke: false, fill: true, close: true, state);
                return true;
            case (byte)'B' or (byte)'b':
                Paint(stroke: true, fill: true, close: name == 'b', state);
                return true;
            case (byte)'n':
                _path.Clear();
                return true;
            case (byte)'g' or (byte)'G' or (byte)'k' or (byte)'K':
                Colour([name], o, ref state);
                return true;
            default:
                return false;
        }
    }

    private void Rectangle(in Operands o, in GraphicsState state)
    {
        if (o.Count >= 4)
            _path.Rectangle(state.Transform, o.Last(3), o.Last(2), o.Last(1), o.Last(0));
    }

    private void Paint(bool stroke, bool fill, bool close, in GraphicsState state)
    {
        if (close)
            _path.Close();
        if (_marked.IsHidden)
            _path.Clear();
        else
            _path.Paint(stroke, fill, state);
    }

    private void Text(byte name, ref ContentLexer lexer, in Operands o, PageResources resources, ref GraphicsState state)
    {
        switch (name)
        {
            case (byte)'f':
                SetFont(resources.Find("Font", lexer.TextOf(o.LastName())), o.Last(0), ref state);
                break;
            case (byte)'j':
                ShowLast(ref lexer, o, state);
                break;
            case (byte)'J':
                foreach (var part in o.All)
                    if (part.Kind == TokenKind.String)
                        Show(lexer.TextOf(part), state);
                    else if (part.Kind == TokenKind.Number)
                        _text.Adjust(part.Number, state);
                break;
            default:
                _text.Execute(name, o, ref state);
                break;
        }
    }

    private void SetFont(IToken? font, double size, ref GraphicsState state)
    {
        state.FontSize = size;
        state.Font = font is null ? null : _fonts.Load(font, _library);
        if (state.Font is not { } loaded)
            return;
        if (!_fontIndex.TryGetValue(loaded, out state.FontIndex))
        {
            _fontIndex[loaded] = state.FontIndex = (short)Math.Min(_page.Fonts.Count, short.MaxValue);
            _page.Fonts.Add(loaded);
        }
    }

    private void ShowLast(ref ContentLexer lexer, in Operands o, in GraphicsState state)
    {
        if (o.Count > 0 && o.All[^1].Kind == TokenKind.String)
            Show(lexer.TextOf(o.All[^1]), state);
    }

    private void Show(ReadOnlySpan<byte> bytes, in GraphicsState state)
    {
        if (!_text.Show(bytes, state, _context.Limits.MaxPageLetters))
            Stop(nameof(ParseLimits.MaxPageLetters), _context.Limits.MaxPageLetters, "has more letters than");
    }

    private static void Colour(ReadOnlySpan<byte> name, in Operands o, ref GraphicsState state)
    {
        if (name.SequenceEqual("g"u8) || name.SequenceEqual("rg"u8) || name.SequenceEqual("k"u8) || name.SequenceEqual("sc"u8) || name.SequenceEqual("scn"u8))
            state.Fill = o.Brightness();
        else if (name.SequenceEqual("G"u8) || name.SequenceEqual("RG"u8) || name.SequenceEqual("K"u8) || name.SequenceEqual("SC"u8) || name.SequenceEqual("SCN"u8))
            state.Stroke = o.Brightness();
        else if (name.SequenceEqual("cs"u8))
            state.Fill = 0;
        else if (name.SequenceEqual("CS"u8))
            state.Stroke = 0;
    }

    private void ExtendedState(ReadOnlySpan<byte> name, PageResources resources, ref GraphicsState state)
    {
        if (!_objects.TryGet<DictionaryToken>(resources.Find("ExtGState", name), out var extended))
            return;
        if (_objects.TryGet<ArrayToken>(extended, "Font", out var font) && font.Length >= 2 && _objects.TryGet<NumericToken>(font[1], out var size))
            SetFont(font[0], size.Double, ref state);
    }

    private void Object(ReadOnlySpan<byte> name, PageResources resources, in GraphicsState state, int depth)
    {
        var token = resources.Find("XObject", name);
        if (!_objects.TryGet<StreamToken>(token, out var stream) || _layers.Hide(stream.StreamDictionary, _objects))
            return;
        if (_objects.Name(stream.StreamDictionary, "Subtype") == "Image")
            AddPicture(state.Transform);
        else
            RunForm(stream, token as IndirectReferenceToken, resources, state, depth);
    }

    private void RunForm(StreamToken form, IndirectReferenceToken? reference, PageResources resources, GraphicsState state, int depth)
    {
        var key = reference is null ? default : (reference.Data.ObjectNumber, reference.Data.Generation);
        // A form that draws itself would never end.
        if (_stopped || (reference is not null && !_openForms.Add(key)))
            return;
        if (depth >= _context.Limits.MaxFormDepth)
            Stop(nameof(ParseLimits.MaxFormDepth), _context.Limits.MaxFormDepth, "nests forms deeper than");
        else if (++_forms > _context.Limits.MaxPageForms)
            Stop(nameof(ParseLimits.MaxPageForms), _context.Limits.MaxPageForms, "draws more forms than");
        else
        {
            if (_objects.TryGet<ArrayToken>(form.StreamDictionary, "Matrix", out var matrix) && matrix.Length >= 6)
                state.Transform = Matrix.Multiply(MatrixOf(matrix), state.Transform);
            var marks = _marked.Depth;
            Run(_objects.Decode(form).Span, resources.Within(form.StreamDictionary), state, depth + 1);
            _marked.EndTo(marks);
        }

        _openForms.Remove(key);
    }

    private Matrix MatrixOf(ArrayToken array)
    {
        Span<double> v = stackalloc double[6];
        for (var i = 0; i < 6; i++)
            v[i] = _objects.TryGet<NumericToken>(array[i], out var number) ? number.Double : 0;
        return new Matrix(v[0], v[1], v[2], v[3], v[4], v[5]);
    }

    private void InlineImage(ref ContentLexer lexer, in GraphicsState state)
    {
        lexer.SkipInlineImage();
        AddPicture(state.Transform);
    }

    private void AddPicture(in Matrix transform)
    {
        var (x0, y0) = transform.Apply(0, 0);
        var (x1, y1) = transform.Apply(1, 1);
        if (!_marked.IsHidden && _page.Pictures.Count < _context.Limits.MaxBlocks)
            _page.Pictures.Add(new PageBox(Math.Min(x0, x1), Math.Min(y0, y1), Math.Max(x0, x1), Math.Max(y0, y1)));
    }

    private void BeginMarked(ref ContentLexer lexer, in Operands o, PageResources resources)
    {
        var tag = MarkedTag.Read(ref lexer, o);
        if (tag.Properties is { } name && resources.Find("Properties", name) is { } properties)
        {
            tag.IsHidden = tag.IsLayer && _layers.Hides(properties);
            if (_objects.TryGet<DictionaryToken>(properties, out var dictionary))
                (tag.Id, tag.ActualText) = ((int?)_objects.Number(dictionary, "MCID"), _objects.Text(dictionary, "ActualText"));
        }

        _marked.Begin(tag);
    }

    private void Step()
    {
        _context.Step();
        _stopped |= _context.IsTimeUp();
    }

    private void Stop(string limit, int value, string what)
    {
        if (!_stopped)
            _context.Log.Reached(limit, value, string.Create(CultureInfo.InvariantCulture, $"Page {_page.Number} {what}"), "the rest of it was left out");
        _stopped = true;
    }
}
