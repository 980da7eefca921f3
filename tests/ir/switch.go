package p

func pick(n int, s string) int {
	switch x := n + 1; x {
	case 1, 2:
		n = 10
	case 3:
		n = 20
		fallthrough
	default:
		n = 30
	case 4:
		break
	}
	switch {
	case n > 5 && s != "":
		return 1
	case s == "b":
		return 2
	}
	switch s {
	}
	return 0
}
