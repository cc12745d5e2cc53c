package law

import "testing"

func TestNamesBody(t *testing.T) {
	for body, names := range map[string][]string{
		"NHS Forth Valley":              {"NHS Forth Valley", "Forth Valley Health Board", "Forth Valley NHS Board", "the Forth Valley Health Board", "Chief Executive, NHS Forth Valley", "NHS Forth Valley (Chief Executive)", "Board Secretary of Forth Valley Health Board", "Stirling Council and NHS Forth Valley"},
		"NHS Ayrshire and Arran":        {"Ayrshire & Arran Health Board", "NHS Ayrshire & Arran", "Chief Executive of NHS Ayrshire and Arran"},
		"NHS Greater Glasgow and Clyde": {"Greater Glasgow Health Board", "NHS GGC", "Greater Glasgow and Clyde Health Board"},
		"NHS Western Isles":             {"Western Isles Health Board", "NHS Eileanan Siar, NHS Western Isles"},
		"City of Edinburgh Council":     {"The City of Edinburgh Council", "Edinburgh City Council", "Edinburgh Council", "Chief Executive, City of Edinburgh Council", "Clerk to the City of Edinburgh Council"},
		"The Highland Council":          {"Highland Council", "the Highland Council (Chief Executive)"},
		"Comhairle nan Eilean Siar":     {"Western Isles Council", "Comhairle nan Eilean Siar", "Chief Executive, Comhairle nan Eilean Siar"},
		"Stirling Council":              {"Stirling Council", "Clackmannanshire Council and Stirling Council", "Clackmannanshire and Stirling Councils", "Stirling Council; NHS Forth Valley"},
		"Clackmannanshire Council":      {"Clackmannanshire and Stirling Councils", "Clackmannanshire Council, Stirling Council"},
		"Orkney Islands Council":        {"Orkney Council"},
		"NHS Moorland":                  {"Chief Executive, NHS Moorland", "Moorland Health Board"},
		"Dumfries and Galloway Council": {"Dumfries & Galloway Council"},
	} {
		for _, name := range names {
			if !NamesBody(name, body) {
				t.Errorf("%q doesn't mean %s", name, body)
			}
		}
	}
	for body, names := range map[string][]string{
		"Stirling Council":       {"Clackmannanshire and Stirling Council", "Clackmannanshire and Stirling Integration Joint Board", "NHS Forth Valley", "Stirling", "", "University of Stirling"},
		"NHS Forth Valley":       {"Forth Valley College", "Falkirk Council", "NHS Fife", "NHS"},
		"Aberdeen City Council":  {"Aberdeenshire Council"},
		"East Lothian Council":   {"West Lothian Council", "NHS Lothian", "Midlothian Council"},
		"NHS Highland":           {"Highland Council", "The Highland Council"},
		"North Ayrshire Council": {"South Ayrshire Council", "NHS Ayrshire and Arran"},
		"Carrickmoor Council":    {"North Carrickmoor Council", "Carrickmoor Community Council of Kirkmoor"},
		"Renfrewshire Council":   {"East Renfrewshire Council"},
	} {
		for _, name := range names {
			if NamesBody(name, body) {
				t.Errorf("%q is held to mean %s", name, body)
			}
		}
	}
}
