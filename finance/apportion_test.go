package finance

import (
	"math"
	"slices"
	"testing"
	"testing/quick"
)

func TestApportionGivesLeftOverPenniesToTheLargestRemainders(t *testing.T) {
	thirds := Apportionment{Shares: []Share{{"A", 333_333}, {"B", 333_333}, {"C", 333_334}}}
	for amount, want := range map[Money][]Money{
		100: {33, 33, 34}, -100: {-33, -33, -34}, 1: {0, 0, 1}, 2: {1, 0, 1}, 0: {0, 0, 0},
	} {
		if got := thirds.Apportion(amount); !slices.Equal(got, want) {
			t.Errorf("Apportion(%d) = %d; want %d", amount, got, want)
		}
	}
}

func TestPartsSumToTheWhole(t *testing.T) {
	property := func(amount int64, cuts []uint32) bool {
		a := shares(cuts)
		var sum Money
		for i, p := range a.Apportion(Money(amount)) {
			exact := float64(amount) * float64(a.Shares[i].PPM) / WholePPM
			if math.Abs(float64(p)-exact) > 1+math.Abs(exact)*1e-15 {
				return false // no part is more than a penny from its exact share
			}
			sum += p
		}
		return sum == Money(amount)
	}
	if err := quick.Check(property, &quick.Config{MaxCount: 5000}); err != nil {
		t.Error(err)
	}
	for _, amount := range []int64{math.MaxInt64, math.MinInt64} {
		if !property(amount, []uint32{333_333, 700_000}) {
			t.Errorf("%d isn't shared exactly", amount)
		}
	}
}

// shares makes shares of a whole cut at the places given.
func shares(cuts []uint32) Apportionment {
	places := []int64{0, WholePPM}
	for _, c := range cuts[:min(len(cuts), 8)] {
		places = append(places, int64(c)%WholePPM)
	}
	slices.Sort(places)
	var a Apportionment
	for i, p := range places[1:] {
		a.Shares = append(a.Shares, Share{string(rune('A' + i)), p - places[i]})
	}
	return a
}
