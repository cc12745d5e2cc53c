package main

import "bytes"

// A measure has a value for each of the six years from 2020/21.
type measure struct {
	id, title, unit, polarity string
	target, tolerance         string
	owner, source             string
	values                    [6]string
	localities                map[string]string // the last year's
}

// The six of the Ministerial Strategic Group, and those of children's and justice
// services.
var measures = []measure{
	{"MSG1", "Emergency admissions, all ages", "admissions", "lower", "5900", "3%", "Head of Health", "Public Health Scotland, MSG indicators",
		[6]string{"5688", "6042", "6155", "6061", "5973", "5846"}, nil},
	{"MSG2", "Unscheduled hospital bed days, all ages", "bed days", "lower", "46000", "3%", "Head of Health", "Public Health Scotland, MSG indicators",
		[6]string{"43870", "47512", "49260", "48733", "47405", "45918"}, nil},
	{"MSG3", "Attendances at emergency departments, all ages", "attendances", "lower", "16500", "3%", "Head of Health", "Public Health Scotland, MSG indicators",
		[6]string{"12544", "15893", "16720", "17102", "17240", "17391"}, nil},
	{"MSG4", "Bed days of delayed discharge, adults", "bed days", "lower", "4200", "5%", "Head of Social Work", "Public Health Scotland, MSG indicators",
		[6]string{"3105", "4362", "5240", "5377", "5190", "5064"}, map[string]string{"North Ardenmuir": "2013", "South Ardenmuir": "3051"}},
	{"MSG5", "Last six months of life spent in the community", "%", "higher", "90", "1", "Head of Health", "Public Health Scotland, MSG indicators",
		[6]string{"90.3", "89.4", "88.9", "89.1", "89.4", "89.8"}, nil},
	{"MSG6", "People aged 65 or over who live at home, supported or not", "%", "higher", "97", "0.5", "Head of Social Work", "Public Health Scotland, MSG indicators",
		[6]string{"96.8", "96.7", "96.7", "96.8", "96.9", "97.0"}, nil},
	{"AM1", "Children looked after away from home, at 31 July", "children", "lower", "70", "5%", "Chief Social Work Officer", "Social work case records",
		[6]string{"92", "90", "88", "85", "81", "78"}, map[string]string{"North Ardenmuir": "31", "South Ardenmuir": "47"}},
	{"AM2", "Children with a developmental concern at 27 to 30 months", "%", "lower", "14", "1", "Head of Children's Health", "Child health reviews",
		[6]string{"15.1", "17.4", "17.9", "17.2", "16.6", "15.7"}, nil},
	{"AM3", "Community payback orders completed", "%", "higher", "75", "3", "Chief Social Work Officer", "Justice social work returns",
		[6]string{"66", "69", "71", "72", "74", "76"}, nil},
	{"AM4", "Adult carer support plans offered within eight weeks", "%", "higher", "90", "5", "Head of Social Work", "Carers' centre records",
		[6]string{"58", "61", "64", "70", "79", "91"}, nil},
	{"AM5", "Sickness absence of staff", "%", "lower", "6.5", "0.5", "Head of People", "Both partners' staff records",
		[6]string{"5.8", "6.9", "7.4", "7.3", "7.1", "6.9"}, nil},
}

func measureTable() []byte {
	var b bytes.Buffer
	row(&b, "Measure", "Title", "Period", "Value", "Target", "Tolerance", "Unit", "Polarity", "Frequency", "Owner Role", "Source", "Next Data Date", "Locality")
	for _, m := range measures {
		put := func(year int, value, locality string) {
			row(&b, m.id, m.title, financial(year), value, m.target, m.tolerance, m.unit, m.polarity, "annual", m.owner, m.source, "2027-05-28", locality)
		}
		for i, v := range m.values {
			put(2020+i, v, "")
		}
		for _, l := range []string{"North Ardenmuir", "South Ardenmuir"} {
			if v, ok := m.localities[l]; ok {
				put(2025, v, l)
			}
		}
	}
	return b.Bytes()
}
