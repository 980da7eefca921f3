// A validator collects all complaints in a buffer of one before anybody reads: the second complaint blocks.
// fails: deadlock
// rule: undersized-channel, double-send, abandoned-sender
// in: validate
package main

import (
	"errors"
	"fmt"
)

type spec struct {
	name     string
	replicas int
	image    string
}

func validate(s spec) error {
	errs := make(chan error, 1)
	if s.name == "" {
		errs <- errors.New("name is empty")
	}
	if s.replicas < 1 {
		errs <- errors.New("no replicas")
	}
	if s.image == "" {
		errs <- errors.New("image is empty")
	}
	close(errs)
	for err := range errs {
		return err
	}
	return nil
}

func main() {
	fmt.Println(validate(spec{"a", 1, "i"}))
	fmt.Println(validate(spec{"a", 0, ""}))
}
