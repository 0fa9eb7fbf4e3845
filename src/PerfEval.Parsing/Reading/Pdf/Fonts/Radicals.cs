namespace PerfEval.Parsing.Reading.Pdf.Fonts;

/// <summary>
/// Characters that look like ideographs but are radicals. A font that draws both with one glyph often names the radical in its ToUnicode table:
/// ⼀ (U+2F00) for 一. Source: UnicodeData (compatibility decompositions of U+2F00–2FD5), EquivalentUnifiedIdeograph (U+2E80–2EF3).
/// </summary>
internal static class Radicals
{
    private const char First = '\u2F00';

    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮"
        + "皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    private const string Supplement =
        "⺁⺄⺅⺇⺊⺋⺌⺎⺏⺐⺒⺓⺔⺖⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺷⺸⺹⺻⺼⺽⺾⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻞⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳";

    private const string Unified =
        "厂乙亻几卜㔾小兀尣尢巳幺彑忄扌攵旡月歺母民氵氺灬爫爫丬犭王疋目示礻竹糹纟罓罒网羊羊耂聿月臼艹虎衤覀西见角讠贝车辶辶辶阝钅長镸长门阝青韦页风飞食飠飠饣马骨鬼鱼鸟卤麦黄黾齐齿龙龟";

    /// <summary>The ideograph in place of a radical; any other character as it is.</summary>
    public static char ToIdeograph(char c)
    {
        if (c is < '\u2E80' or > '\u2FD5')
            return c;
        if (c >= First)
            return Kangxi[c - First];
        var at = Supplement.IndexOf(c, StringComparison.Ordinal);
        return at < 0 ? c : Unified[at];
    }
}
