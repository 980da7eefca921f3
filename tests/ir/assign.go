// Operands on the left and all values are evaluated before anything is stored.
package p

type node struct{ next *node }

func pair() (int, error) { return 0, nil }

func assign(a []int, m map[string][]int, p *node, i int) {
	i, a[i] = 1, 2
	a[0], a[1] = a[1], a[0]
	p.next, p = p, p.next
	m["k"] = append(m["k"], 1)
	m["k"][i] += 2
	a[i]++
	i <<= 2
	x, err := pair()
	x, err2 := pair()
	_, _ = err, err2
	_ = x
	var y, z = pair()
	var w any = y
	_, w = z, x
	*(&i) = 3
}
