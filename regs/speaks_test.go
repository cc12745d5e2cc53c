package regs

import "testing"

func TestWhatIsSureIsOfThePlanOrMoney(t *testing.T) {
	for _, s := range sure {
		if !ofPlanOrMoney().MatchString("so"+s+"it") || !ofArrangement().MatchString("so"+s+"it") {
			t.Errorf("%q doesn't speak of the plan or money", s)
		}
	}
}
