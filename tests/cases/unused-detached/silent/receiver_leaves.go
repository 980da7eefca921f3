// What is excused is a sender whose receiver may have left.
package cases

import (
	"context"
	"errors"
)

func first(ctx context.Context, ask func() int) (int, error) {
	answers := make(chan int)
	//curfew:detached the question is answered soon, and once
	go func() { answers <- ask() }()
	select {
	case v := <-answers:
		return v, nil
	case <-ctx.Done():
		return 0, errors.New("too late")
	}
}
