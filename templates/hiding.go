package templates

import "apr/internal/lazyregexp"

// Declarations that hide an element: by saying so, by moving it off the page, by
// making it too small to see, or its text transparent.
var (
	cssInvisible   = lazyregexp.Lazy(`(?i)(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|opacity\s*:\s*0?\.?0+(?:%|\s|;|!|$)|filter\s*:[^;]*\bopacity\(\s*0?\.?0*%?\s*\))`)
	cssTransparent = lazyregexp.Lazy(`(?i)(?:^|[;\s])(?:-webkit-text-fill-)?color\s*:\s*(?:transparent\b|#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)(?:[^0-9a-f]|$)|(?:rgb|hsl)a?\((?:[^),]*,[^),]*,[^),]*,|[^)/]*/)\s*0?\.?0*%?\s*\))`)
	cssTiny        = lazyregexp.Lazy(`(?i)(?:^|[;\s])(?:font-size\s*:\s*(?:0(?:[a-z%]|\s|;|!|$)|0?\.[0-4]|[0-5](?:\.\d+)?px)|font\s*:\s*[^;]*\b0(?:px)?/|zoom\s*:\s*(?:0?(?:\.[0-4]\d*)?|[0-4]?\d%)\s*(?:;|!|$)|scale\s*:\s*0?(?:\.[0-4]\d*)?\s*(?:;|!|$)|transform\s*:[^;]*\bscale(?:3d|[xyz])?\(\s*0?(?:\.[0-4]\d*)?\s*[,)])`)
	cssAway        = lazyregexp.Lazy(`(?i)(?:^|[;\s])(?:(?:left|right|top|bottom|inset|text-indent|margin(?:-[a-z]+)?)\s*:[^;]*(?:-\d{3,}|\b\d{4,})(?:\.\d+)?(?:px|r?em|v[wh]|ch|c?m|pt|%)|(?:transform|translate)\s*:[^;]*-?\b\d{3,}(?:\.\d+)?(?:px|r?em|v[wh]|ch|cm|pt|%))`)
	cssClipped     = lazyregexp.Lazy(`(?i)(?:^|[;\s])(?:clip-path\s*:\s*(?:inset\(\s*(?:[5-9]\d|100)(?:\.\d+)?%|circle\(\s*0|ellipse\(\s*0)|clip\s*:\s*rect\(\s*0)`)
	cssNoSize      = lazyregexp.Lazy(`(?i)(?:^|[;\s])(?:(?:max-)?(?:height|block-size)|width|inline-size)\s*:\s*[01]?(?:\.\d+)?(?:px|r?em|v[wh]|%)?\s*(?:;|!|$)`)
	cssCutsOff     = lazyregexp.Lazy(`(?i)(?:^|[;\s])overflow(?:-[xy])?\s*:\s*(?:hidden|clip)`)
)

// hides reports whether the declarations of a rule hide what it is for.
func hides(declarations string) bool {
	for _, hiding := range []func() *lazyregexp.Regexp{cssInvisible, cssTransparent, cssTiny, cssAway, cssClipped} {
		if hiding().MatchString(declarations) {
			return true
		}
	}
	return cssNoSize().MatchString(declarations) && cssCutsOff().MatchString(declarations)
}
