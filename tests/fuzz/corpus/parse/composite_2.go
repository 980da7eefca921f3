package p

func f() {
	if (T{} == x) {
	}
	for _, x := range (T{1}) {
	}
	for _, x := range []T{{1}} {
	}
