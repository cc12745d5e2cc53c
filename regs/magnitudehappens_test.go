package regs

import (
	"strings"
	"testing"

	"apr/internal/rounds"
)

// What has a season, was closed in the pandemic or began with a few has values that are far apart.
func TestValuesOfMeasuresThatMayBeFarApart(t *testing.T) {
	for name, c := range rounds.FewOf(t, map[string]struct {
		rows string // periods and values
		want string // a part of the finding; "" for none
	}{
		"a season":                     {"Q1_2017/18,0 Q2_2017/18,12 Q3_2017/18,2904 Q4_2017/18,188 Q1_2018/19,0 Q2_2018/19,14 Q3_2018/19,3105 Q4_2018/19,190", ""},
		"a season by month":            {"2017-11,20 2017-12,900 2018-01,880 2018-11,25 2018-12,870", ""},
		"a season, one quarter wrong":  {"Q1_2017/18,30 Q2_2017/18,40 Q3_2017/18,2904 Q4_2017/18,188 Q1_2018/19,31 Q2_2018/19,42 Q3_2018/19,31050 Q4_2018/19,190", "31,050 in Oct to Dec 2018"},
		"a typing error in a quarter":  {"Q1_2017/18,100 Q2_2017/18,100 Q3_2017/18,1000 Q4_2017/18,100 Q1_2018/19,100 Q2_2018/19,100 Q3_2018/19,101 Q4_2018/19,100", "1,000 in Oct to Dec 2017"},
		"years have no season":         {"2016/17,100 2017/18,1000 2018/19,100", "1,000 in 2017/18"},
		"began with a few":             {"2016/17,6 2017/18,210 2018/19,260", ""},
		"began with a few and few":     {"2016/17,4 2017/18,9 2018/19,120", ""},
		"went back to a few":           {"2016/17,6 2017/18,210 2018/19,7", "210 in 2017/18"},
		"was always a few":             {"2015/16,13 2016/17,14 2017/18,13 2018/19,140", "140 in 2018/19"},
		"began with many":              {"2016/17,60 2017/18,61 2018/19,610", "610 in 2018/19"},
		"closed and opened":            {"2018/19,4200 2019/20,4100 2020/21,150 2021/22,900 2022/23,4000", ""},
		"opened after the pandemic":    {"2020/21,150 2021/22,160 2022/23,4000 2023/24,4100", ""},
		"far above after the pandemic": {"2018/19,420 2019/20,410 2020/21,400 2021/22,400 2022/23,4100 2023/24,405", "4,100 in 2022/23"},
		"far below after the pandemic": {"2018/19,4200 2019/20,4100 2020/21,4150 2021/22,4000 2022/23,410 2023/24,4050", "410 in 2022/23"},
	}) {
		res := Check(seldomMeasured(t, "", c.rows))
		got := strings.Join(findings(res, "R0-magnitude"), "; ")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", name, got, c.want)
		}
	}
}
