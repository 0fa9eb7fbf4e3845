using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>What of a page is not the article: navigation, share bars, footers, controls. The words are those of the publishing systems seen.</summary>
internal static partial class HtmlFurniture
{
    /// <summary>Elements that hold no text of the article.</summary>
    private static readonly HashSet<string> Elements = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "head", "title", "meta", "link", "nav", "footer", "aside", "iframe", "frame", "object", "embed", "applet", "svg", "canvas", "audio", "video", "map",
        "select", "option", "button", "textarea", "input", "datalist", "progress", "dialog",
    };

    /// <summary>Words in ids and classes that name furniture; compared to whole ids, classes and their parts between hyphens.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "location", "position", "dqwz", "weizhi", "szwz", "footer", "foot", "bottom", "copyright", "banner", "logo",
        "share", "bdsharebuttonbox", "bshare", "fenxiang", "print", "fontsize", "ziti", "zihao", "sidebar", "related", "xgxx", "xgwz", "xglj", "xgyd", "recommend", "toolbar", "qrcode", "ewm", "erweima", "search", "login", "wza", "barrierfree",
        "pagination", "pager", "prevnext", "syp", "friendlink", "links", "tags", "comment", "comments", "ad", "ads", "advert",
    };

    /// <summary>Ids and classes under which publishing systems put the article.</summary>
    private static readonly HashSet<string> ArticleNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "zoom", "trs_editor", "custom_unionstyle", "trs_uedit", "trs_ueditor", "trs_preappend", "view", "ucap-content", "pages_content", "xxgk_content", "wp_articlecontent", "article", "article-content", "articlecontent", "article_content",
        "art_content", "article-body", "articlebody", "content", "con", "cont", "contenttext", "content_text", "content-text", "maincontent", "main-content", "main_content", "main", "detail", "detail-content", "detail_content", "text", "txt", "news_content",
        "newscontent", "news-content", "infocontent", "info_content", "info-content", "zwcontent", "bt-content", "j-fontcontent", "gsj_htmlcon", "wzcontent", "wzy_content", "vsb_content", "v_news_content", "xl_content", "xlcontent", "con_text", "editor", "container", "zw", "nr", "neirong", "mainbody", "wordsection1", "performance-report",
    };

    /// <summary>Whether the element and all in it are left out.</summary>
    public static bool IsOmitted(IElement element) =>
        Elements.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" && element.LocalName == "i" || IsHidden(element.GetAttribute("style"));

    /// <summary>Whether the element's id or class names furniture.</summary>
    public static bool IsNamed(IElement element) => Tokens(element).Any(token => Names.Contains(token) || token.Split('-', '_').Any(Names.Contains));

    /// <summary>Whether the element's id or class names the place of the article.</summary>
    public static bool IsArticle(IElement element) => Tokens(element).Any(ArticleNames.Contains);

    /// <summary>Whether a short text is a part of the page's frame: the way to it, its footer, its buttons.</summary>
    public static bool IsFrame(string text) => text.Length <= 160 && Frame().IsMatch(text);

    /// <summary>Whether a short text is what only the foot of a web site says: its owner's rights, its registration.</summary>
    public static bool IsSiteFoot(string text) => text.Length <= 160 && SiteFoot().IsMatch(text);

    private static IEnumerable<string> Tokens(IElement element) =>
        (element.ClassName ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Append(element.Id ?? "").Where(token => token.Length > 0);

    private static bool IsHidden(string? style) => style is not null && Hidden().IsMatch(style);

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"^(?:您?(?:当前的?|现在的?|所在的?|的)?(?:所在)?位置\s*[:：]|首页\s*[>＞›»/]|版权所有|主办(?:单位)?[:：]|承办(?:单位)?[:：]|技术支持[:：]|网站标识码|[\u4e00-\u9fff]ICP备|[\u4e00-\u9fff]公网安备|分享到?[:：]|【?(?:打印|关闭)(?:本页|窗口|此页)?】?\s*$|\[?打印\]?\s*\[?关闭|字[号体]\s*[:：]|【?字体|上一[篇条]\s*[:：]|下一[篇条]\s*[:：]|相关(?:链接|文章|阅读|稿件|新闻|信息)\s*[:：]?$|扫一扫|(?:适老化|无障碍|长者)(?:版|模式|浏览|阅读|专区|\s*$)|联系我们|网站地图|返回顶部)|网站标识码\s*[:：]?\s*\d|ICP备\s*\d|公网安备\s*\d|^版权|All Rights Reserved")]
    private static partial Regex Frame();

    [GeneratedRegex(@"^版权所有|网站标识码\s*[:：]?\s*\d|ICP备\s*\d|公网安备\s*\d|All Rights Reserved")]
    private static partial Regex SiteFoot();
}
