package workbook

import (
	"path"
	"slices"
	"strings"
	"time"

	"apr/internal/lazyregexp"
)

var (
	monthYear    = lazyregexp.Lazy(`(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s_-]*(20\d\d)\b`)
	monthInName  = lazyregexp.Lazy(`(?i)(?:^|[^a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s_-]*(20\d\d)(?:\D|$)`)
	releaseWords = lazyregexp.Lazy(`(?i)\b(?:release|published|publication)\b`)
)

// releaseOf is the month of a workbook's release: what its first rows say of a
// release, else its file's name, or that of the first file of a folder which has
// one, else a month on the first sheet. "" when nothing says so.
func releaseOf(file string, all []preamble) string {
	for _, p := range all {
		for _, text := range p.text {
			if releaseWords().MatchString(text) {
				if m := monthYear().FindStringSubmatch(text); m != nil {
					return release(m)
				}
			}
		}
	}
	if m := monthInName().FindStringSubmatch(path.Base(file)); m != nil {
		return release(m)
	}
	for _, p := range all { // the files of a folder
		if m := monthInName().FindStringSubmatch(path.Base(p.grid.File)); m != nil {
			return release(m)
		}
	}
	if len(all) > 1 && all[0].header == nil {
		for _, text := range all[0].text {
			if m := monthYear().FindStringSubmatch(text); m != nil {
				return release(m)
			}
		}
	}
	return ""
}

// Of what a workbook says of its release so much is kept.
const (
	maxStatements = 3
	maxStatement  = 160 // characters
)

// statements are the texts above tables, and on sheets without one, that name a
// release or a month, for messages.
func statements(all []preamble) []string {
	var list []string
	for _, p := range all {
		for _, text := range p.text {
			if !monthYear().MatchString(text) && !(releaseWords().MatchString(text) && yearName().MatchString(text)) {
				continue
			}
			if runes := []rune(text); len(runes) > maxStatement {
				text = string(runes[:maxStatement-1]) + "…"
			}
			if !slices.Contains(list, text) && len(list) < maxStatements {
				list = append(list, text)
			}
		}
	}
	return list
}

// release writes out a month: Jul2026 is July 2026.
func release(m []string) string {
	for month := time.January; month <= time.December; month++ {
		if strings.EqualFold(month.String()[:3], m[1]) {
			return month.String() + " " + m[2]
		}
	}
	return ""
}
