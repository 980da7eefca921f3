// An interface's method decides that the function returns before its close.
package cases

type filter interface{ accept(n int) error }

type odd struct{ rest error }

func (o odd) accept(n int) error {
	if n%2 == 0 {
		return o.rest
	}
	return nil
}

func feed(ns []int, rest error) error {
	var f filter = odd{rest}
	c := make(chan int)
	go func() {
		for n := range c { // want deaf-range[error] "feed may return without closing c"
			println(n)
		}
	}()
	for _, n := range ns {
		if err := f.accept(n); err != nil {
			return err
		}
		c <- n
	}
	close(c)
	return nil
}
