// Always: what is left in the buffer is written to a file that is closed by then.
package cases

import (
	"bufio"
	"os"
)

func save(path, text string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	defer out.Flush()
	defer file.Close() // want misordered-shutdown[error] "file"
	_, err = out.WriteString(text)
	return err
}
