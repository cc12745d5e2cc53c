package shaping

import "strings"

// RightToLeft reports whether a language, by its tag (BCP 47), is written from right to
// left: those of Scotland's communities and others. Of Kurdish and others, which are
// written in several scripts, a script that the tag names decides.
func RightToLeft(tag string) bool {
	parts := strings.Split(strings.ToLower(tag), "-")
	if len(parts) > 1 {
		switch parts[1] {
		case "latn", "cyrl":
			return false
		case "arab", "hebr", "thaa", "nkoo", "syrc", "adlm":
			return true
		}
	}
	switch parts[0] {
	case "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "ug", "ur", "yi":
		return true
	}
	return false
}
