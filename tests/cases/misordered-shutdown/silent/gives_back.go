// get gives back the body that it was given: closed on the error path, or later by its caller, it is one value.
package cases

import (
	"errors"
	"io"
)

func get(open func() io.ReadCloser, ok bool) (io.ReadCloser, error) {
	body := open()
	if !ok {
		body.Close()
		return nil, errors.New("refused")
	}
	return body, nil
}

func app(open func() io.ReadCloser, ok bool) error {
	body, err := get(open, ok)
	if err != nil {
		return err
	}
	defer body.Close()
	_, err = io.ReadAll(body)
	return err
}
