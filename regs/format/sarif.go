package format

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"unicode"

	"apr/internal/jsonprint"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs"
)

// SARIF prints a SARIF 2.1.0 log: one run, with every rule's documentation, the
// findings worst first, those that apr.yaml silences as suppressed, and what
// couldn't be read as notifications. Columns are counted in code points; files
// are relative to %SRCROOT%, the root of the repository.
func SARIF(w io.Writer, c *Check) error {
	rules := regs.Rules()
	index := map[string]int{}
	run := sarifRun{
		Tool:               sarifTool{Driver: sarifDriver{Name: "apr", Version: c.Version, SemanticVersion: c.Version}},
		OriginalURIBaseIDs: map[string]sarifBase{srcRoot: {Description: sarifText{"The root of the repository that holds the report."}}},
		ColumnKind:         "unicodeCodePoints",
		Results:            []sarifResult{},
	}
	for i, rule := range rules {
		index[rule.ID] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(rule))
	}
	run.Invocations = []sarifInvocation{c.sarifInvocation()}
	if c.Result != nil {
		p := c.Report.Config
		run.AutomationDetails = &sarifAutomation{ID: "apr/" + slug(p.Authority.Name) + "/" + strings.ReplaceAll(p.Year.String(), "/", "-") + "/"}
		for _, f := range c.Result.Findings {
			run.Results = append(run.Results, c.sarifResult(f, index[f.Rule]))
		}
		for _, s := range c.Result.Silenced {
			r := c.sarifResult(s.Finding, index[s.Rule])
			place := c.sarifLocation(s.Position, "")
			r.Suppressions = []sarifSuppression{{Kind: "external", Status: "accepted", Justification: s.Reason, Location: &place}}
			run.Results = append(run.Results, r)
		}
		if c.Claims {
			run.Results = append(run.Results, c.sarifClaims(index["R0-figure"])...)
		}
	}
	return jsonprint.Write(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

// sarifLevels are SARIF's words for the levels.
var sarifLevels = map[regs.Level]string{regs.Statutory: "error", regs.Guidance: "warning", regs.Advice: "note"}

func sarifRuleOf(rule regs.Rule) sarifRule {
	help := documentation(rule)
	r := sarifRule{
		ID:                   rule.ID,
		Name:                 pascal(rule.Title),
		ShortDescription:     sarifText{sentence(rule.Title)},
		FullDescription:      sarifText{sentence(rule.Why)},
		Help:                 sarifHelp{Text: help.text(), Markdown: help.markdown()},
		HelpURI:              lawURL(rule.Requirement),
		DefaultConfiguration: sarifConfiguration{Level: sarifLevels[rule.Level]},
		Properties:           sarifRuleProperties{Citation: rule.Citation, Tags: []string{string(rule.Level)}},
	}
	if rule.Requirement != "" {
		r.Properties.Tags = append(r.Properties.Tags, strings.ToLower(regulation(rule.Requirement)))
	}
	return r
}

func (c *Check) sarifResult(f regs.Finding, index int) sarifResult {
	r := sarifResult{
		RuleID:              f.Rule,
		RuleIndex:           index,
		Level:               sarifLevels[f.Level],
		Message:             sarifText{message(f.Message, f.Hint) + cellOf(f.Position)},
		Locations:           []sarifLocation{c.sarifSpan(f.Position, f.End)},
		PartialFingerprints: map[string]string{"aprFinding/v1": fingerprint(f)},
		Properties:          sarifResultProperties{Requirement: f.Requirement},
	}
	for i, related := range f.Related {
		place := c.sarifLocation(related.Position, wording.OneLine(related.Message)+cellOf(related.Position))
		place.ID = i + 1
		r.RelatedLocations = append(r.RelatedLocations, place)
	}
	return r
}

// sarifLocation is a position. A cell has no line; it is named as a logical
// location within its file.
func (c *Check) sarifLocation(pos source.Position, words string) sarifLocation {
	var l sarifLocation
	if pos.File != "" {
		l.PhysicalLocation = &sarifPhysical{ArtifactLocation: sarifArtifact{URI: c.uri(pos), URIBaseID: srcRoot}}
		if pos.Line > 0 {
			l.PhysicalLocation.Region = &sarifRegion{StartLine: pos.Line, StartColumn: pos.Column}
		}
	}
	if pos.Cell != "" || pos.Sheet != "" {
		logical := sarifLogical{Name: pos.Cell, FullyQualifiedName: strings.Trim(pos.Sheet+"!"+pos.Cell, "!"), Kind: "cell"}
		if pos.Cell == "" {
			logical.Name, logical.Kind = pos.Sheet, "sheet"
		}
		l.LogicalLocations = []sarifLogical{logical}
	}
	if words != "" {
		l.Message = &sarifText{words}
	}
	return l
}

// sarifInvocation says whether the report could be checked, and if not why.
func (c *Check) sarifInvocation() sarifInvocation {
	v := sarifInvocation{ExecutionSuccessful: c.Result != nil && len(c.Unreadable) == 0}
	for _, p := range c.Unreadable {
		n := sarifNotification{Level: "error", Message: sarifText{message(p.Message, p.Hint) + cellOf(p.Position)}}
		if p.Code != "" {
			n.Descriptor = &sarifDescriptor{ID: p.Code}
		}
		if !p.Position.IsZero() {
			n.Locations = []sarifLocation{c.sarifLocation(p.Position, "")}
		}
		v.Notifications = append(v.Notifications, n)
	}
	if part := c.part(); part != "" {
		v.Notifications = append(v.Notifications, sarifNotification{Level: "note", Message: sarifText{sentence(strings.TrimPrefix(part, "; "))}})
	}
	return v
}

// fingerprint distinguishes a finding from others in whatever line it is, so that a
// platform knows it again when the text above it has grown.
func fingerprint(f regs.Finding) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{f.Rule, f.Position.File, f.Position.Sheet, f.Position.Cell, f.Message}, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// message is a message and its hint in one line, for formats that know none.
func message(text, hint string) string {
	if text = wording.OneLine(text); hint == "" {
		return text
	}
	return strings.TrimRight(text, ".") + ". Hint: " + wording.OneLine(hint)
}

// sentence ends a text with a full stop.
func sentence(s string) string { return strings.TrimRight(wording.OneLine(s), ".") + "." }

// pascal makes an identifier of a title: "A review has its reasons" is
// AReviewHasItsReasons.
func pascal(title string) string {
	var b strings.Builder
	start := true
	for _, r := range title {
		switch {
		case r == '\'' || r == '’':
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			start = true
		case start:
			b.WriteRune(unicode.ToUpper(r))
			start = false
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// slug makes a name fit for an identifier.
func slug(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, "-")
}
