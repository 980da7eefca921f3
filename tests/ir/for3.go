// A three-clause loop has a new variable in each round from Go 1.22.
package p

func for3(n int) (fs []func() int) {
	for i, j := 0, n; i < j; i, j = i+1, j-1 {
		if i == 3 {
			continue
		}
		fs = append(fs, func() int { return i })
	}
	return fs
}
