package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"collab/internal/regular"
	"collab/reports"
	"collab/reports/brand"
	"collab/reports/figure"
)

// pageFlags say how a report looks that is handed over.
type pageFlags struct {
	name, logo, accent, footer string
	template                   string // of a document
}

func (f *pageFlags) addTo(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.name, "brand-name", "", "your `NAME` on a page or a document (also in brand.yaml)")
	cmd.Flags().StringVar(&f.logo, "brand-logo", "", "your logo: a PNG or JPEG `FILE`")
	cmd.Flags().StringVar(&f.accent, "brand-accent", "", "your `COLOR`, such as #0b5d6b")
	cmd.Flags().StringVar(&f.footer, "brand-footer", "", "a `LINE` for the footer")
	cmd.Flags().StringVar(&f.template, "template", "", "your own Word template: a .docx or .dotx `FILE`")
}

// branded tells whether any flag names a brand.
func (f pageFlags) branded() bool { return f.name+f.logo+f.accent+f.footer != "" }

// An output is how something is shown: in which format, where, and with what looks.
type output struct {
	view
	pageFlags
}

// outputFlags adds the flags of an output to a command that writes some formats.
func outputFlags(cmd *cobra.Command, o *output, formats []string) {
	viewFlags(cmd, &o.view, formats)
	o.addTo(cmd)
}

// check refuses what the format has no use for. Figures tells whether there are any of
// what is shown.
func (o output) check(c console, figures bool) error {
	if _, err := o.view.check(figures); err != nil {
		return err
	}
	return o.pageFlags.check(o.format, o.out, isTerminal(c.out))
}

// put shows something with the brand that lies beside a record.
func (c console) put(o output, beside folder, options reports.Options, showing func(reports.Options) showing) error {
	set := c.styling(o.view)
	if bearsBrand(o.format) {
		var err error
		if options.Brand, err = o.brand(c, beside, o.format == documentFormat); err != nil {
			return err
		}
		if set.template, err = readTemplate(o.template); err != nil {
			return err
		}
	}
	return ofTemplate(c.present(showing(options), o.view, set), o.template)
}

// bearsBrand is true of a format that is handed over.
func bearsBrand(format string) bool {
	return format == "html" || format == documentFormat || isPicture(format)
}

func isPicture(format string) bool { return format == "svg" || format == "png" }

// check refuses flags that the format has no use for, and a document without a file.
func (f pageFlags) check(format, out string, onTerminal bool) error {
	switch {
	case f.template != "" && format != documentFormat:
		return errors.New("--template works for Word documents only; add --format docx")
	case format == documentFormat && out == "" && onTerminal:
		return advise(errors.New("--format docx: a Word document cannot be shown in a terminal"), "Name a file for it: --out report.docx")
	case format == "png" && out == "" && onTerminal:
		return advise(errors.New("--format png: a picture cannot be shown in a terminal"), "Name a file for it: --out slide.png")
	case f.branded() && !bearsBrand(format):
		return errors.New("--brand-… works for pages and Word documents only; add --format html or docx")
	}
	return nil
}

// brand is that of the file beside the record, with what flags say in its place. That
// an accent is not drawn as it stands is said; paper has no dark page.
func (f pageFlags) brand(c console, beside folder, paper bool) (brand.Brand, error) {
	b, err := beside.brand()
	if err != nil {
		return brand.Brand{}, err
	}
	for _, text := range []struct {
		flag, given string
		to          *string
	}{{"--brand-name", f.name, &b.Name}, {"--brand-footer", f.footer, &b.Footer}} {
		if err := brand.CheckLine(text.given); err != nil {
			return brand.Brand{}, fmt.Errorf("%s: %w", text.flag, err)
		}
		*text.to = cmp.Or(text.given, *text.to)
	}
	if f.accent != "" {
		accent, err := figure.ParseColor(f.accent)
		if err != nil {
			return brand.Brand{}, fmt.Errorf("--brand-accent: %w", err)
		}
		b.Accent = &accent
	}
	if f.logo != "" {
		if b.Logo, err = readLogo(f.logo); err != nil {
			return brand.Brand{}, err
		}
	}
	if said := b.Adjusted(paper); said != "" {
		c.complain(errors.New(said))
	}
	return b, nil
}

// besideRecord is the folder of a record that is named by its path or its folder's.
func besideRecord(path string) folder {
	if about, err := os.Stat(path); err == nil && about.IsDir() {
		return folder{path}
	}
	return folder{dirOf(path)}
}

// brand is that of the folder's file; none where there is no file.
func (f folder) brand() (brand.Brand, error) {
	path := f.file(brandFile)
	text, err := readFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return brand.Brand{}, nil
	}
	if err != nil {
		return brand.Brand{}, err
	}
	b, logo, err := brand.Parse(path, text)
	if err != nil || logo == "" {
		return b, err
	}
	b.Logo, err = readLogo(f.file(logo))
	return b, err
}

// readLogo reads a picture; one byte over the limit is enough to refuse it.
func readLogo(path string) (*brand.Logo, error) {
	file, err := regular.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, brand.MostLogoBytes+1))
	if err != nil {
		return nil, err
	}
	return brand.ParseLogo(path, text)
}
