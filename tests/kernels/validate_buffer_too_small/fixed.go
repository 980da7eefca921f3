// A validator collects all complaints in a buffer that has a slot for each check.
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
	errs := make(chan error, 3)
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
