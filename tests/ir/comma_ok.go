package p

func commaOK(m map[string]int, x any, c chan int) bool {
	v, ok := m["a"]
	_, ok = x.(int)
	v, ok = <-c
	var s, isString = x.(string)
	if _, found := m["b"]; found {
		return v > 0
	}
	_ = s
	return ok && isString
}
