package claims

// This file has words of sentences that say in a roundabout way what others say straight.

// obliquePhrases are such words, in the form of phrases.
var obliquePhrases = []struct {
	entry
	list string
}{
	{entry{class: isPlain}, `the plan|board|partnership set|sets|sought|seeks out? to reduce|cut|lower|bring|shorten|raise|increase|improve down?; we|it set|sought out? to reduce|cut|lower|bring|shorten|raise|increase|improve down?`},
}
