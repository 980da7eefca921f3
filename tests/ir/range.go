package p

type ring [4]string

func ranges(s []string, m map[string]int, text string, c chan int, a *ring, b ring) {
	for i, v := range s {
		println(i, v)
	}
	for k := range m {
		println(k)
	}
	for _, r := range text {
		println(r)
	}
	for v := range c {
		println(v)
	}
	for range 3 {
	}
	for i := range a {
		println(i)
	}
	for _, v := range b {
		println(v)
	}
	var k string
	for k, m["x"] = range m {
		println(k)
	}
}
