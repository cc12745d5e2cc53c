package impossible

import "testing"

// Sums of money that don't come out are found; parts of a sum, roundings and amounts that aren't parts
// aren't.
func TestMoneySums(t *testing.T) {
	hold(t, map[string]string{
		"Of the £1.5m not made, £0.9m was in prescribing, £0.6m in care packages and £0.2m in night support.":                                                                            "the parts £0.9m, £0.6m and £0.2m are £1.7m together, and the text has £1.5m",
		"Of\n  the £1.5m not made, £0.9m was in prescribing, where prices ran away from us, £0.6m in care packages and £0.2m in night support, which took longer than the plan allowed.": "the parts £0.9m, £0.6m and £0.2m are £1.7m together",
		"We had £4m, of which £2.5m went to care at home and £2.9m to nursing.":                                                                                                          "the parts £2.5m and £2.9m are £5.4m together, and the text has £4m",
		"There is a gap of £5.9m: £5.6m in savings and £0.8m from reserves.":                                                                                                             "the parts £5.6m and £0.8m are £6.4m together, and the text has £5.9m",
		"The gap was £5.9m in March. Savings of £5.6m have been agreed. A recovery plan for the other £0.8m comes in May.":                                                               "of £5.9m beside £5.6m the other £0.3m are left, and the text has £0.8m",
		"Savings of £6.2m were needed, and £4.7m were made. Of the £1.8m not made, £0.9m was in prescribing.":                                                                            "of £6.2m needed and £4.7m made £1.5m are left, and the text has £1.8m as not made",
		"The fund of £62,000, of which £41,000 went to transport and £31,000 to meals, is spent.":                                                                                        "the parts £41,000 and £31,000 are £72000 together, and the text has £62,000",
		"The gap was £5.9m in March. Savings of £5.1m have been agreed. A recovery plan for the other £0.8m comes in May.":                                                               "",
		"Savings of £6.2m were needed, and £4.7m were made. Of the £1.5m not made, £0.9m was in prescribing.":                                                                            "",
		"We had £4m, of which £2.5m went to care at home and £1.2m to nursing.":                                                                                                          "", // some of it
		"We had £4m, of which £2.5m went to care at home and £1.7m to nursing.":                                                                                                          "", // rounded
		"Of the £1.5m not made, £0.9m was in prescribing, £0.5m in care packages and £0.2m in night support.":                                                                            "", // rounded
		"Of the £1.5m, £0.9m was planned and £1.1m spent.":                                                                                                                               "",
		"Of the £4m, £2.5m was spent by March and £3.9m by May.":                                                                                                                         "",
		"Of the £4m, £3.5m went to care at home, including £1.2m for nights and £0.4m for travel.":                                                                                       "",
		"Of £6.2m of savings £4.7m were made, 76%; £3.6m of them recur and £1.1m don't.":                                                                                                 "",
		"Of the £4m about £3.5m went to care at home and £1.2m to nursing.":                                                                                                              "",
		"The budget is £5.9m. Day care has £1.2m. The other £0.8m for nights comes from a grant.":                                                                                        "", // of another sum
		"The cost was £4.2m: £3.9m last year and £3.7m the year before.":                                                                                                                 "",
		"Of the £2.1m, £1.3m went to the north and £0.8m to the south.\n\nOf the £1.4m, £0.9m went to the north and £0.5m to the south coast":                                            "",
	})
}
