package claims

// idioms are verbs with "up" or "down" that say of no figure which way it went, in the form
// of phrases. What adds up changes nothing; what is set up or followed up may narrow what
// the sentence says, so that it ends the reading.
var idioms = []struct {
	class class
	list  string
}{
	{isPlain, `add|adds|added|adding|sum|sums|summed|summing|tot|tots|totted|totting|total|totals|totalled|totalling|tally|tallied|counted|counting up; end|ends|ended|ending up`},
	{isUnknown, `set|sets|setting|follow|follows|followed|following|pick|picks|picked|picking|take|takes|took|taken|taking|sign|signs|signed|signing|write|writes|wrote|written|writing|draw|draws|drew|drawn|drawing up;
		back|backs|backed|backing|catch|catches|caught|catching|clear|clears|cleared|clearing|tidy|tidied|tidying|join|joins|joined|joining|link|links|linked|linking|team|teams|teamed|teaming|line|lines|lined|lining up;
		split|splits|splitting|divide|divides|divided|dividing|share|shares|shared|sharing|carve|carved|free|frees|freed|freeing|hold|holds|held|holding|tie|ties|tied|tying|turn|turns|turned|turning|show|shows|showed|shown|look|looks|looked|looking up;
		bring|brings|brought|bringing|grew|grown|growing up in|by|with; make|makes|made|making up for; gear|geared|gearing|give|gives|gave|given|giving|wrap|wraps|wrapped|wrapping|weigh|weighed|weighing|stand|stands|stood|standing|keep|keeps|kept|keeping|speak|speaks|spoke|meet|meets|met|meeting up;
		declined|declines|declining it|them|one|help|support|an|any|the|treatment; build|builds|built|building|top|tops|topped|topping|prop|props|propped|propping|scale|scales|scaled|scaling|step|steps|stepped|stepping|speed|speeds|speeded|sped|speeding|wind|winds|wound|winding|open|opens|opening|put|puts|putting up; up and running; up front; up-front; up to scratch|speed|standard; joined-up; follow-up|follow-ups; take-up; back-up; set-up; make-up; grown-up;
		break|breaks|broke|broken|breaking|write|writes|wrote|written|writing|lay|lays|laid|laying|note|notes|noted|noting|pass|passes|passed|passing|hand|hands|handed|handing|shut|shuts|shutting|stand|stands|stood|standing|turn|turns|turned|turning|wind|winds|wound|winding|put|puts|putting down; set|sets|setting|take|takes|took|taken|taking|scale|scaled|scaling|step|stepped|stepping|slow|slows|slowed|slowing|settle|settles|settled|settling|calm|calmed|sit|sits|sat|sitting|lie|lies|mark|marked|track|tracked down; closed|closing|close|closes down; down to earth`},
}

// addIdioms adds them to the language of reports.
func (t *trie) addIdioms() {
	for _, i := range idioms {
		t.addAll(i.list, entry{class: i.class})
	}
}
