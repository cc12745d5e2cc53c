package regs

import (
	"strings"
	"testing"
)

func TestTelephonesWithDigitsExchanged(t *testing.T) {
	for text, want := range map[string]string{
		"Call us on 01632 906 340.":                             "01632 906 340 is 01632 960 340",
		"Call us on 01632 960340.":                              "",
		"Call us on +44 1632 960 430.":                          "+44 1632 960 430 is 01632 960 340",
		"Call us on (01632) 960 304.":                           "01632) 960 304 is 01632 960 340",
		"Call us on 01632 960 341 or 0800 028 2816.":            "",
		"In 2025/26 we had 01632960 calls.":                     "",
		"The line 01632 906 350 is the council's.":              "",
		"It cost 01632 pounds in all; 10,963,240 were planned.": "",
	} {
		r := inMoray(text)
		r.Config.Authority.Contact = "Moray HSCP, High Street, Elgin; 01632 960 340"
		var got []string
		for _, message := range foundBy(r, "R0-own-name") {
			if strings.Contains(message, "telephone") {
				got = append(got, message)
			}
		}
		if all := strings.Join(got, "; "); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("%q: %q; want %q", text, all, want)
		}
	}
}

func TestMailsWithAComma(t *testing.T) {
	for text, want := range map[string]string{
		"Write to report@moray,example.org.":                   "report@moray,example.org isn't an e-mail address",
		"Write to report@moray.example,org.":                   "report@moray.example,org isn't",
		"Write to report@moray.example.org, or call us.":       "",
		"Write to report@moray.example.org,and call us.":       "",
		"Write to a@moray.example.org,b@moray.example.org now": "",
	} {
		if all := foundInMoray(text, "R0-own-name"); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("%q: %q; want %q", text, all, want)
		}
	}
}
