package p

func f() {
	switch x := f(); x {
	case 1:
	}
	switch f(); {
	}
	switch x {
	}
	switch x.(type) {
	case int, *p.T, []byte, nil:
}
