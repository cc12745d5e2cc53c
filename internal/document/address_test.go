package document

import "testing"

func TestAddressesAreEncoded(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a_b_(c)?q=1&r=<2>": "https://example.org/a_b_(c)?q=1&r=%3C2%3E",
		"https://example.org/Slàinte%20mhath":   "https://example.org/Sl%C3%A0inte%20mhath",
	} {
		if got := EncodeAddress(in); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
