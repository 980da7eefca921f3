// Names that are used again are variables of their own.
package p

import "errors"

var err = errors.New("package")

func shadow(x int) (err error) {
	{
		x := x + 1
		_ = x
	}
	if err := errors.New("if"); err != nil {
		x, err := x, err
		_, _ = x, err
	}
	for x := range x {
		func(x int) { _ = x }(x)
	}
	len := func(int) int { return 0 }
	_ = len(x)
	true := false
	if true {
		return err
	}
	var nil error
	return nil
}
